using Microsoft.Extensions.Time.Testing;

namespace Playbooks.TestRun.Tests;

/// <summary>A folder with suites that are all the sample, and runs of them.</summary>
public sealed class Scene : IDisposable
{
    // The name is short: a .NET process listens at a socket in its TMPDIR, whose path may have 107 bytes.
    private readonly string _folder = Directory.CreateTempSubdirectory("run.").FullName;
    private static readonly TimeSpan _limit = TimeSpan.FromDays(1);

    private readonly SharedOutput _output = new();
    private readonly FakeTimeProvider _time = new();

    public Scene()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "tmp"));
        Add("Sample");
        Set("pass");
    }

    internal static string Root { get; } = Surroundings.FindRoot(AppContext.BaseDirectory);

    internal string Artifacts => Path.Combine(_folder, "artifacts");

    /// <summary>The <c>TMPDIR</c> of a suite.</summary>
    internal string TemporaryOf(string suite) => Path.Combine(_folder, "tmp", suite);

    /// <summary>What failed in the last run.</summary>
    internal IReadOnlyList<string> Failed => File.ReadAllLines(Path.Combine(Artifacts, "failed.txt"));

    /// <summary>Says what the sample does: pass, fail, hang, crash or print.</summary>
    internal void Set(string mode) => File.WriteAllText(Path.Combine(_folder, "tmp", "mode"), mode);

    /// <summary>Adds a suite.</summary>
    internal void Add(string name)
    {
        const string sample = "Playbooks.TestRun.Sample";
        var folder = Directory.CreateDirectory(Path.Combine(_folder, $"Playbooks.{name}.Tests", "bin", "Debug", "net10.0")).FullName;
        File.CreateSymbolicLink(
            Path.Combine(folder, $"Playbooks.{name}.Tests"),
            Path.Combine(AppContext.BaseDirectory.Replace("Playbooks.TestRun.Tests", sample, StringComparison.Ordinal), sample));
    }

    /// <summary>Runs it to its end.</summary>
    internal Task<Ended> RunAsync(params IReadOnlyList<string> args) => RunInterruptedAsync(args, TestContext.Current.CancellationToken);

    /// <summary>Runs it until it is interrupted.</summary>
    internal async Task<Ended> RunInterruptedAsync(IReadOnlyList<string> args, CancellationToken interruption)
    {
        using var errors = new StringWriter();
        _output.Clear();
        var surroundings = new Surroundings
        {
            Root = Root,
            Suites = _folder,
            Artifacts = Artifacts,
            Temporary = Path.Combine(_folder, "tmp"),
            Out = _output,
            Error = errors,
            Time = _time,
            Limit = _limit,
        };
        var exitCode = await new Runner(surroundings).RunAsync(args, interruption);
        return new Ended(exitCode, _output.ToString(), errors.ToString());
    }

    /// <summary>Runs it, lets minutes pass until something is printed, and then more than a suite may take.</summary>
    internal async Task<Ended> RunUntilAsync(string printed, params IReadOnlyList<string> args)
    {
        var running = RunAsync(args);
        await PassMinutesAsync(printed, running);
        _time.Advance(_limit);
        return await running;
    }

    /// <summary>Lets minutes pass until something is printed, or the run is over.</summary>
    internal async Task PassMinutesAsync(string printed, Task running)
    {
        while (!running.IsCompleted && !_output.ToString().Contains(printed, StringComparison.Ordinal))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken);
            _time.Advance(TimeSpan.FromMinutes(1));
        }
    }

    /// <summary>Waits until the program has ended that the hanging test waits for.</summary>
    internal async Task ChildEndsAsync(string suite)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        var child = await File.ReadAllTextAsync(Path.Combine(TemporaryOf(suite), "child"), limit.Token);
        while (IsRunning($"/proc/{child}/cmdline"))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), limit.Token);
        }
    }

    // One that has ended, and that nobody has asked for yet, has no command line.
    private static bool IsRunning(string commandLine)
    {
        try
        {
            return File.ReadAllText(commandLine).Length > 0;
        }
        catch (IOException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        _output.Dispose();
    }
}
