using System.Text;
using Playbooks.Generated;
using Playbooks.Output;

namespace Playbooks.Runtime.Tests.Programs;

/// <summary>Events for the outputs to take, a second apart, and what they make of them.</summary>
internal sealed class TestEvents
{
    internal static readonly TaskInfo Backup = new("Backup", "Command")
    {
        Name = "Run database backup",
        Async = new AsyncInfo(3600, 30),
        Retry = new RetryInfo(2, 10)
    };
    internal static readonly TaskInfo Warm = new("Warm", "Command") { Name = "Warm caches", Async = new AsyncInfo(600, 0), IsLoop = true };
    internal static readonly TaskInfo Show = new("Show", "Debug") { Name = "Show" };
    internal static readonly Host Db1 = new("db1");
    internal static readonly Host Database2 = new("database2");

    internal static readonly DateTimeOffset Started = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly Func<OutputStream, IRunOutput> _make;
    private readonly Action<string> _check;

    private TestEvents(Func<OutputStream, IRunOutput> make, Action<string> check) => (_make, _check) = (make, check);

    internal static TestEvents Plain(int verbosity = 0) => new(stream => new PlainOutput(stream, verbosity), _ => { });

    internal static TestEvents AsJson() => new(stream => new JsonOutput(stream), EventSchema.Hold);

    internal static CommandResult Result(int? rc, string stdout = "", string stderr = "") => new()
    {
        Rc = rc,
        Stdout = stdout,
        Stderr = stderr,
        Failed = rc != 0,
        Changed = true,
        Started = Started,
        Ended = Started.AddSeconds(1.5),
        Duration = TimeSpan.FromSeconds(1.5),
    };

    internal static JobInfo Job(JobState state, double elapsed) =>
        new("job-1", state, TimeSpan.FromHours(1)) { Elapsed = TimeSpan.FromSeconds(elapsed), Directory = "/root/.playbooks_async/job-1" };

    internal static HostCounts Counts(Host host, int ok = 0, int changed = 0, int failed = 0, int skipped = 0, int unreachable = 0, int ignored = 0) =>
        new(host, ok, changed, failed, skipped, unreachable, 0, ignored);

    internal static TaskInfo Play(string member) => new(member, member) { Name = member };

    internal static RunStarted Start(params Host[] hosts) => new(
        new Play("run-1", Started, hosts), new PlaybookInfo("nightly-backup", "databases", [Backup, Warm, Show]));

    /// <summary>What an output makes of events.</summary>
    internal string Of(params IEnumerable<RunEvent> events)
    {
        using var bytes = new MemoryStream();
        var output = _make(new OutputStream(bytes, TextWriter.Null));
        var at = Started;
        foreach (var one in events)
        {
            output.Take(one with { At = at });
            at = at.AddSeconds(1);
        }

        var text = Encoding.UTF8.GetString(bytes.ToArray());
        _check(text);
        return text;
    }
}
