using System.Collections.Concurrent;
using System.Diagnostics;

namespace Playbooks.TestRun;

/// <summary>Runs one invocation of a suite, and says what happens while it does.</summary>
internal sealed class SuiteRun(
    Surroundings surroundings, Invocation invocation, Report report, Artifacts artifacts, IEnumerable<(string Name, string Value)> environment)
{
    // What the suite has left running may hold its output open.
    private static readonly TimeSpan _longestForOutput = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan _progress = TimeSpan.FromMinutes(1);

    private readonly Tally _tally = new(invocation.Name, surroundings.Time);
    private readonly ConcurrentQueue<string> _errors = [];

    private string Temporary => Path.Combine(surroundings.Temporary, invocation.Name);

    private string SuiteName => invocation.Suite.Name;

    /// <summary>Runs it to its end, or to its limit.</summary>
    internal async Task<Tally> RunAsync(CancellationToken cancel)
    {
        var reader = new SuiteReader(invocation, _tally, report);
        Directory.CreateDirectory(Temporary);
        using var over = new CancellationTokenSource();
        using var process = Process.Start(Command())!;
        process.StandardInput.Close();
        var reading = Task.WhenAll(ReadAsync(process.StandardOutput, reader.Read), ReadAsync(process.StandardError, _errors.Enqueue));
        var telling = TellAsync(over.Token);
        var isInTime = await EndsInTimeAsync(process, cancel);
        await Task.WhenAny(reading, Task.Delay(_longestForOutput, cancel));
        await over.CancelAsync();
        await telling;
        Judge(isInTime, reader.IsComplete, process.ExitCode);
        _tally.Stop();
        return _tally;
    }

    private ProcessStartInfo Command()
    {
        // Cutting and slowing hosts needs CAP_NET_ADMIN: root has it, anybody else in a network of their own.
        string[] before = SuiteName == "ssh" && !Environment.IsPrivilegedProcess ? [Path.Combine(surroundings.Root, "tests", "lab", "lab"), "netns"] : [];
        string[] command = [.. before, invocation.Suite.Program, "-noColor", "-noAutoReporters", "-diagnostics", "-reporter", "json", .. invocation.Filters];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = surroundings.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A run within a run is told by its own options alone.
        start.Environment.Remove("TESTS_ALL");
        start.Environment.Remove("TESTS_SEED");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        start.Environment["TMPDIR"] = Temporary;
        start.Environment["TESTS_LOGS"] = surroundings.Logs;
        return start;
    }

    private async Task<bool> EndsInTimeAsync(Process process, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(surroundings.Limit, surroundings.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, limit.Token);
        try
        {
            await process.WaitForExitAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            try
            {
                cancel.ThrowIfCancellationRequested();
                await TellOfHangAsync(process.Id, cancel);
            }
            finally
            {
                process.Kill(entireProcessTree: true);
            }

            await process.WaitForExitAsync(cancel);
            return false;
        }
    }

    private async Task TellOfHangAsync(int process, CancellationToken cancel)
    {
        var running = _tally.Running.Select(test => $"{test.DisplayName} has run for {_tally.Seconds(test):0} s").DefaultIfEmpty("no test is running");
        report.Say($"\n{invocation.Name} has not ended within {surroundings.Limit.TotalSeconds:0} s:", string.Join('\n', running));
        var stacks = await Stacks.OfAsync(process, surroundings.Root, Temporary, cancel);
        var file = Path.Combine(artifacts.Stacks, $"{invocation.Name}.txt");
        await File.WriteAllTextAsync(file, stacks, cancel);
        report.Say($"\nThe stacks of {invocation.Name} without xunit's frames; all is in {file}:", Stacks.WithoutFramework(stacks));
        var logs = Path.Combine(surroundings.Logs, $"{invocation.Name}-timeout");
        if (LabLogs.Keep(Temporary, logs))
        {
            report.Say($"The logs of its lab's hosts are in {logs}");
        }
    }

    private void Judge(bool isInTime, bool isComplete, int exitCode)
    {
        var wrong = !isInTime ? $"was ended: it took longer than {surroundings.Limit.TotalSeconds:0} s"
            : !isComplete ? $"ended before its tests did, with exit code {exitCode}"
            : exitCode != 0 && _tally.Failed == 0 ? $"ended with exit code {exitCode}, though no test failed"
            : null;
        if (wrong is not null)
        {
            _tally.FailWhole(SuiteName);
            report.Say($"\nFAILED {invocation.Name} {wrong}");
        }

        if (!_errors.IsEmpty)
        {
            report.Say($"{invocation.Name} wrote to standard error:", string.Join('\n', _errors));
        }
    }

    private async Task TellAsync(CancellationToken over)
    {
        using var timer = new PeriodicTimer(_progress, surroundings.Time);
        try
        {
            while (await timer.WaitForNextTickAsync(over))
            {
                var longest = _tally.Running is [var first, ..] ? $"; {first.DisplayName} runs for {_tally.Seconds(first):0} s" : "";
                report.Say($"{invocation.Name}: {_tally.Passed} passed, {_tally.Failed} failed{longest}");
            }
        }
        catch (OperationCanceledException)
        {
            // The suite is over.
        }
    }

    private static async Task ReadAsync(StreamReader from, Action<string> take)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            take(line);
        }
    }
}
