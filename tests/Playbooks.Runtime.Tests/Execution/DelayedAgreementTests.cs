using System.Text.RegularExpressions;

namespace Playbooks.Runtime.Tests.Execution;

/// <summary>What hosts do does not depend on how fast they agree: the same playbooks do the same when every answer is late, and in another order.</summary>
[Collection(VirtualTimeTests.Name)]
public sealed partial class DelayedAgreementTests
{
    private static readonly Dictionary<string, Func<ScriptedHosts, Task>> s_runs = new()
    {
        ["once, by the first live host"] = hosts => hosts
            .When("prepare", rc: 1, host: "h1")
            .When("migrate", stdout: "v7", seconds: 5)
            .RunAsync(new Once(Wanted: true)),
        ["once, skipped for all"] = hosts => hosts.RunAsync(new Once(Wanted: false)),
        ["once, failed for all, and each rescues"] = hosts => hosts.When("migrate", rc: 1).RunAsync(new OnceRescued()),
        ["once, as a job of all"] = hosts => hosts.When("migrate", seconds: 100, stdout: "v7").When("slow", seconds: 300, host: "h2").RunAsync(new OnceJob()),
        ["once, as a job that nobody asks for"] = hosts => hosts
            .When("migrate", seconds: 100, rc: 1)
            .When("slow", seconds: 50, host: "h2")
            .RunAsync(new OnceLeftAlone()),
        ["once, on a host that is lost"] = hosts => hosts.When("migrate", unreachable: true).RunAsync(new Once(Wanted: true)),
        ["once, as a block"] = hosts => hosts.When("once", rc: 1).RunAsync(new RescuedOnce()),
        ["once, in a branch"] = hosts => hosts.When("migrate", seconds: 30, stdout: "v7").When("work", seconds: 9, host: "h1").RunAsync(new OnceBeside()),
        ["once, with handlers"] = hosts => hosts.When("build", seconds: 5, stdout: "b").RunAsync(new OnceNotifies()),
        ["once a batch"] = hosts => hosts.RunAsync(new OnceABatch()),
        ["what all gave"] = hosts => hosts
            .When("version", stdout: "1", seconds: 3, host: "h1")
            .When("version", stdout: "2", host: "h2")
            .RunAsync(new Versions()),
        ["what all gave but one"] = hosts => hosts.When("version", rc: 1, host: "h2").RunAsync(new Versions()),
        ["what jobs gave on all"] = hosts => hosts.When("build", stdout: "b", seconds: 60).When("build", rc: 2, seconds: 30, host: "h3").RunAsync(new Builds()),
        ["what loops of jobs gave on all"] = hosts => hosts.When("do", stdout: "d", seconds: 40).Losing("do b", 20, host: "h1").RunAsync(new LoopBuilds()),
        ["what branches gave on all"] = hosts => hosts
            .When("measure", stdout: "m", seconds: 20)
            .When("measure h2", rc: 1, seconds: 5)
            .RunAsync(new AcrossBranches()),
        ["a job that fails while all meet"] = hosts => hosts
            .When("doomed", rc: 1, seconds: 30, host: "h2")
            .When("build", seconds: 90)
            .RunAsync(new DoomedAcross()),
        ["one at a time"] = hosts => hosts.When("restart", seconds: 10).RunAsync(new Throttled()),
        ["freely"] = hosts => hosts.When("first", seconds: 30, host: "h1").When("second", rc: 1, host: "h2").RunAsync(new FreeSteps()),
        ["freely, and once"] = hosts => hosts.When("first", seconds: 30, host: "h1").When("migrate", stdout: "v7").RunAsync(new FreeOnce()),
        ["branches"] = hosts => hosts
            .When("cache", seconds: 20)
            .When("sweep", seconds: 10, stdout: "s")
            .When("work", rc: 1, seconds: 4, host: "h3")
            .RunAsync(new TwoBranches()),
        ["a branch that one host passes"] = hosts => hosts.When("cache", seconds: 20).RunAsync(new OnTwoOfThree()),
        ["blocks side by side, of which one is fatal"] = hosts => hosts
            .When("0", seconds: 8)
            .When("1", rc: 1, seconds: 4, host: "h2")
            .RunAsync(new FatalParts()),
        ["batches"] = hosts => hosts.When("work", rc: 1, host: "h1").RunAsync(new Batches()),
        ["batches of which one fails whole"] = hosts => hosts.When("stop", rc: 1, host: "h1").When("warm", seconds: 20).RunAsync(new Rolling()),
        ["once, as a block that leaves jobs"] = hosts => hosts.When("build", seconds: 300).RunAsync(new LeftOnce()),
        ["jobs that the blocks of all have left"] = hosts => hosts.When("build", seconds: 300).RunAsync(new LeftByAll()),
        ["jobs that branches of all have left"] = hosts => hosts.When("build", seconds: 300).RunAsync(new LeftBeside()),
        ["a block that others stop"] = hosts => hosts.When("part", rc: 1, host: "h2").RunAsync(new StoppedBlock()),
    };

    public static TheoryData<string> Runs => [.. s_runs.Keys];

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Late_answers_change_nothing(string run)
    {
        var prompt = await ToldAsync(run, static (_, options) => options);

        for (var seed = 1; seed <= 2; seed++)
        {
            var each = seed;
            Assert.Equal(prompt, await ToldAsync(run, (hosts, options) => options with
            {
                Agreement = (playbook, names) => new DelayedAgreement(options.Agreement(playbook, names), hosts.Time, each),
            }));
        }
    }

    [Fact]
    public async Task A_job_that_a_block_has_left_is_the_same_job_on_all_hosts()
    {
        var report = await new ScriptedHosts("h1", "h2", "h3").When("build", seconds: 300).RunAsync(new LeftOnce());

        var told = report.Hosts.Select(host => host.Results!.Tell.Text).Distinct().Single().Split('\n');
        Assert.Equal(["none", "0"], told.Where(line => !line.EndsWith(" on h1", StringComparison.Ordinal)));
        Assert.Equal(8, told.Distinct().Count());
    }

    /// <summary>What is told of each host, and in the end. What happens on different hosts, or in branches, has no order.</summary>
    private static async Task<List<string>> ToldAsync(string run, Func<ScriptedHosts, RunOptions, RunOptions> change)
    {
        ScriptedHosts hosts = null!;
        hosts = new ScriptedHosts("h1", "h2", "h3") { Changed = options => change(hosts, options) };
        await s_runs[run](hosts);
        return
        [
            .. hosts.Log.Order(StringComparer.Ordinal),
            .. hosts.Finished
                .Select(finished =>
                    $"{finished.Host.Name} {finished.Task.Path}.{finished.Item} {finished.Outcome} {JobIds().Replace(finished.Message ?? "", "$1")}")
                .Order(StringComparer.Ordinal),
            $"{hosts.Events.OfType<RunFinished>().Single().ExitCode}",
        ];
    }

    [GeneratedRegex(@"\d{8}-\d{6}-\w{4}\.(\S+)\.[0-9a-f]{8}")]
    private static partial Regex JobIds();
}

[Block]
internal sealed partial record Leave
{
    [Async(600, Poll = 0, AtEnd = AtEnd.Leave)]
    public Command Build => new("build");

    [Async(600, Poll = 0, AtEnd = AtEnd.Leave)]
    public IEnumerable<Command> Each => [new("build a"), new("build b")];

    [Async(600, Poll = 0, AtEnd = AtEnd.Leave)]
    public Command? Never => null;

    public Left Within => new();

    public IEnumerable<Left> Several => [new(), new()];

    public Command Work => new("work");
}

[Block]
internal sealed partial record Left
{
    [Async(600, Poll = 0, AtEnd = AtEnd.Leave)]
    public Command Inner => new("build within");
}

[Playbook("all")]
internal sealed partial record LeftOnce
{
    [RunOnce]
    public Leave Leave => new();

    public Debug Tell(Leave.Results leave) => new(JobTexts.Of(leave));
}

[Playbook("all")]
internal sealed partial record LeftByAll
{
    public Leave Leave => new();

    public Debug Tell(AcrossHosts<Leave.Results> leave) => new(string.Join('\n', leave.Results.Select(JobTexts.Of)));
}

[Playbook("all")]
internal sealed partial record LeftBeside
{
    [Parallel]
    public IEnumerable<Left> Leave => [new(), new()];

    public Debug Tell(AcrossHosts<IReadOnlyList<Left.Results>> leave) =>
        new(string.Join('\n', leave.Results.SelectMany(all => all).Select(one => JobTexts.Of(one.Inner))));
}

/// <summary>What is told of jobs.</summary>
internal static class JobTexts
{
    internal static string Of(Leave.Results left) => string.Join(
        '\n',
        [
            Of(left.Build), .. left.Each.Select(Of), left.Never is null ? "none" : Of(left.Never),
            Of(left.Within.Inner), .. left.Several.Select(one => Of(one.Inner)), $"{left.Work.Rc}",
        ]);

    internal static string Of(Job<CommandResult> job) => $"{job.Id} on {job.Host}";
}
