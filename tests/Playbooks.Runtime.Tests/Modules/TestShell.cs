using System.Diagnostics;
using System.Text;

namespace Playbooks.Runtime.Tests.Modules;

/// <summary>A real shell on this machine, by name: what hosts have as <c>/bin/sh</c>.</summary>
internal static class TestShell
{
    internal static readonly string[] Every = ["dash", "bash", "busybox sh", "mksh", "yash"];

    /// <summary>Runs a script as the engine does: in a shell of its own with an empty standard input, in a home.</summary>
    public static async Task<ScriptOutcome> RunAsync(
        string shell, string script, TestHome home, Stream? input, IReadOnlyDictionary<string, string>? env, CancellationToken token)
    {
        var file = home.File($".script-{Guid.NewGuid():N}", script);
        var words = shell.Split(' ');
        var start = new ProcessStartInfo(words[0], [.. words[1..], file])
        {
            WorkingDirectory = home.Directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["HOME"] = home.Directory;
        start.Environment["PATH"] = home.Path;
        foreach (var (name, value) in env ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{shell} did not start.");
        var stdout = ReadAsync(process.StandardOutput.BaseStream, token);
        var stderr = process.StandardError.ReadToEndAsync(token);
        try
        {
            await (input ?? Stream.Null).CopyToAsync(process.StandardInput.BaseStream, token);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // As over a connection, a script that has ended takes nothing more; its exit says so.
        }

        await process.WaitForExitAsync(token);
        File.Delete(file);
        return new ScriptOutcome
        {
            Rc = process.ExitCode,
            State = process.ExitCode == 0 ? JobState.Succeeded : JobState.Failed,
            Output = await stdout,
            Stderr = await stderr,
        };
    }

    private static async Task<byte[]> ReadAsync(Stream stream, CancellationToken token)
    {
        using var output = new MemoryStream();
        await stream.CopyToAsync(output, token);
        return output.ToArray();
    }
}
