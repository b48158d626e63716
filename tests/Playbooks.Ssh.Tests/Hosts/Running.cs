using System.Diagnostics;
using System.Text;

namespace Playbooks.Ssh.Tests.Hosts;

/// <summary>A program that runs, with nothing on its standard input.</summary>
internal sealed class Running : IDisposable
{
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(3);
    private readonly Process _process;
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly Stream _into;
    private readonly StringBuilder _stdout = new();
    private readonly StringBuilder _stderr = new();

    private Running(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Take(_stdout, line.Data);
        _process.ErrorDataReceived += (_, line) => Take(_stderr, line.Data);
        _process.Start();
        _into = _process.StandardInput.BaseStream;
        _into.Close();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    internal string Stdout => Read(_stdout);

    internal static Running Start(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string? folder = null)
    {
        // What a shell starts in the background ignores SIGINT, and hands that down: the tests may be run so, their programs may not.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? Repository.Root,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return new Running(start);
    }

    internal static async Task<Ended> RunAsync(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string? folder = null)
    {
        using var running = Start(program, arguments, environment, folder);
        return await running.EndAsync();
    }

    /// <summary>Waits for its end.</summary>
    /// <param name="longest">The longest that it may take, or the test fails. Defaults to 3 minutes.</param>
    internal async Task<Ended> EndAsync(TimeSpan? longest = null)
    {
        using var limit = new CancellationTokenSource(longest ?? _longest);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            Kill();
            Assert.Fail($"{string.Join(' ', _process.StartInfo.ArgumentList.Skip(1))} did not end within {longest ?? _longest}.\n{Stdout}\n{Read(_stderr)}");
        }

        return new Ended(_process.ExitCode, Stdout, Read(_stderr), Stopwatch.GetElapsedTime(_started));
    }

    /// <summary>Ends the program at once, as <c>kill -9</c> does.</summary>
    internal void Kill() => _process.Kill();

    /// <summary>Interrupts the program, as Ctrl-C does.</summary>
    internal async Task InterruptAsync() =>
        (await RunAsync("sh", ["-c", $"kill -INT {_process.Id}"])).With(exitCode: 0);

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    private static void Take(StringBuilder into, string? line)
    {
        lock (into)
        {
            if (line is not null)
            {
                into.Append(line).Append('\n');
            }
        }
    }

    private static string Read(StringBuilder from)
    {
        lock (from)
        {
            return from.ToString();
        }
    }
}
