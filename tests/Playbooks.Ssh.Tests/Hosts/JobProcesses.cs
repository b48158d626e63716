using System.Diagnostics;
using System.Text;

namespace Playbooks.Ssh.Tests.Hosts;

/// <summary>The processes of the jobs that a test has left behind.</summary>
internal static class JobProcesses
{
    /// <summary>Ends those of all jobs below home directories. A supervisor at work writes into what somebody else deletes.</summary>
    internal static async Task EndAsync(IEnumerable<string> homes)
    {
        byte[][] ids = [.. homes.Select(home => Path.Combine(home, ".playbooks_async"))
            .Where(Directory.Exists)
            .SelectMany(Directory.GetDirectories)
            .Select(job => Encoding.UTF8.GetBytes(Path.GetFileName(job)))];
        if (ids.Length > 0)
        {
            await Until.HoldsAsync(() => Of(ids).Select(Kill).ToList().Count == 0);
        }
    }

    private static IEnumerable<int> Of(byte[][] ids) => Directory.EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), out var number) ? number : 0)
        .Where(number => number > 0 && (Names(number, "cmdline", ids) || Names(number, "environ", ids)));

    private static bool Names(int number, string file, byte[][] ids)
    {
        try
        {
            var shown = File.ReadAllBytes($"/proc/{number}/{file}");
            return Array.Exists(ids, id => shown.AsSpan().IndexOf(id) >= 0);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static int Kill(int number)
    {
        try
        {
            using var process = Process.GetProcessById(number);
            process.Kill();
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has ended meanwhile.
        }

        return number;
    }
}
