namespace Playbooks.Runtime.Tests.Modules;

[Needs("process")]
public sealed class JobModuleTests : IDisposable
{
    // Which job it is, is all that is asked here; it has ended.
    private static readonly Job<CommandResult> Job = TestJob.Of(new CommandResult());

    private readonly TestHome _home = new();
    private readonly JobsEngine _engine = new();

    [Fact]
    public async Task Wait_returns_the_jobs_result()
    {
        var result = await RunAsync(Wait.For(Job));

        Assert.Equal("waited", result.Message);
        Assert.Same(Job, _engine.Asked);
    }

    [Fact]
    public void Waits_are_made_of_jobs_without_naming_their_type()
    {
        IReadOnlyList<Job<CommandResult>> jobs = [Job, Job];

        IEnumerable<Wait<CommandResult>> waits = jobs.Select(Wait.For);

        Assert.All(waits, wait => Assert.Same(Job, wait.Job));
    }

    [Fact]
    public async Task Cancel_returns_how_the_job_ended()
    {
        var result = await RunAsync(Cancel.Of(Job));

        Assert.Equal("cancelled", result.Message);
        Assert.Same(Job, _engine.Asked);
    }

    [Fact]
    [Language("S5")]
    public async Task AsyncStatus_returns_the_state_that_a_check_finds()
    {
        var status = await RunAsync(AsyncStatus.Of(Job));

        Assert.Equal((JobState.Running, false), (status.State, status.Finished));
        Assert.Same(Job, _engine.Asked);
    }

    [Fact]
    public async Task CleanJobs_tells_what_it_removed()
    {
        _engine.Old = ["a", "b"];

        var result = await RunAsync(new CleanJobs());

        Assert.Equal((true, false, TimeSpan.FromDays(1)), (result.Changed, result.Failed, _engine.OlderThan));
        Assert.Equal(["a", "b"], result.Removed);
    }

    [Fact]
    public async Task CleanJobs_without_any_changes_nothing()
    {
        var result = await RunAsync(new CleanJobs { OlderThan = TimeSpan.Zero });

        Assert.Equal((false, false, TimeSpan.Zero), (result.Changed, result.Failed, _engine.OlderThan));
    }

    [Fact]
    public async Task CleanJobs_of_the_future_is_reported()
    {
        var result = await RunAsync(new CleanJobs { OlderThan = TimeSpan.FromSeconds(-1) });

        Assert.Equal((true, "OlderThan is -00:00:01; it must not be negative"), (result.Failed, result.Message));
        Assert.Null(_engine.OlderThan);
    }

    public void Dispose() => _home.Dispose();

    private async Task<TResult> RunAsync<TResult>(ActionModule<TResult> module)
        where TResult : TaskResult
    {
        await using var host = new TestHost("dash", _home);
        return await module.RunAsync(host.Context(engine: _engine), TestContext.Current.CancellationToken);
    }
}
