using System.Security.Cryptography;

namespace Playbooks.Runtime.Tests.Jobs;

/// <summary>The processes of this machine, as <c>/proc</c> shows them.</summary>
internal static class Processes
{
    /// <summary>The command lines of all.</summary>
    internal static IReadOnlyList<string> CommandLines() => [.. Read("cmdline").Select(process => process.Text)];

    /// <summary>
    /// How long a test's processes sleep, so that it finds them by it: no other run on this machine, and nothing that one has left, sleeps as long.
    /// </summary>
    internal static int UniqueSeconds() => RandomNumberGenerator.GetInt32(10_000_000, 90_000_000);

    /// <summary>The command lines of those that sleep for so long, whatever digits may follow.</summary>
    internal static IReadOnlyList<string> Sleeping(int seconds) =>
        [.. CommandLines().Where(line => line.StartsWith($"sleep\0{seconds}", StringComparison.Ordinal))];

    /// <summary>Those that have one whole entry in a file of theirs.</summary>
    internal static IReadOnlyList<int> Having(string file, string entry) =>
        [.. Read(file).Where(process => process.Text.Split('\0').Contains(entry)).Select(process => process.Id)];

    /// <summary>Those of a job's task.</summary>
    internal static IReadOnlyList<int> Marked(string id) => Having("environ", $"PLAYBOOKS_JOB={id}");

    /// <summary>Whether a process is there, and not only what its parent has yet to hear of.</summary>
    internal static bool Runs(int id) => TryRead($"/proc/{id}/stat") is { } stat && stat[(stat.LastIndexOf(')') + 2)..][0] != 'Z';

    /// <summary>Those that a process is the parent of, zombies too.</summary>
    internal static IReadOnlyList<int> ChildrenOf(int parent) =>
        [.. Read("stat").Where(process => process.Text[(process.Text.LastIndexOf(')') + 2)..].Split(' ')[1] == $"{parent}").Select(process => process.Id)];

    /// <summary>Kills one, unless it has ended by itself.</summary>
    internal static void Kill(int id)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            // A shell that waits for another one ends when that one is killed.
        }
    }

    /// <summary>Sends a signal.</summary>
    internal static void Signal(int id, string signal)
    {
        using var kill = System.Diagnostics.Process.Start("kill", [$"-{signal}", $"{id}"]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }

    /// <summary>Those of a job's task, and of its supervisor.</summary>
    internal static IReadOnlyList<int> Of(string id) =>
        [.. Marked(id).Union(Having("cmdline", $"playbooks-job:{id}")).Union(Having("environ", $"PLAYBOOKS_TIMER={id}"))];

    private static IEnumerable<(int Id, string Text)> Read(string file)
    {
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(directory), out var id) && TryRead(Path.Combine(directory, file)) is { Length: > 0 } text)
            {
                yield return (id, text);
            }
        }
    }

    private static string? TryRead(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
