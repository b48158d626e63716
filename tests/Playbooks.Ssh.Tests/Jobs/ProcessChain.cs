using System.Diagnostics;

namespace Playbooks.Ssh.Tests.Jobs;

/// <summary>
/// Ten processes, one after the other: about what stands between the end of a task and its caller. On a machine that others keep busy
/// this alone may take seconds, so promises about milliseconds are held against it there.
/// </summary>
internal static class ProcessChain
{
    /// <summary>How long it takes now.</summary>
    internal static async Task<TimeSpan> MeasureAsync(CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        using var shell = Process.Start("/bin/sh", ["-c", "for i in 1 2 3 4 5 6 7 8 9 10; do /bin/true; done"]);
        await shell.WaitForExitAsync(cancellationToken);
        return clock.Elapsed;
    }
}
