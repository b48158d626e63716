using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Playbooks.Runtime.Tests.Costs;

/// <summary>
/// What a task allocates on the controller, in a program of its own that is built as users' programs are: the suites are built for debugging.
/// </summary>
[Needs("process")]
public sealed class AllocationTests
{
    // What was measured, and a tenth of room.
    private const int Measured = 7712;
    private const int Most = Measured + (Measured / 10);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_task_allocates_no_more_than_it_did()
    {
        // The solution has been analyzed already.
        var built = (await RunAsync("build", Program(), "-c", "Release", "-p:RunAnalyzers=false", "-t:Build", "-getProperty:TargetPath")).Trim();

        var bytes = int.Parse(await RunAsync(built), CultureInfo.InvariantCulture);

        TestContext.Current.SendDiagnosticMessage($"A task allocates {bytes} bytes.");
        Assert.InRange(bytes, 1, Most);
    }

    private static string Program([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Join(Path.GetDirectoryName(thisFile), "..", "..", "programs", "allocations.cs"));

    private static async Task<string> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        Assert.True(process.ExitCode == 0, output);
        return output;
    }
}
