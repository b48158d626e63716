namespace Playbooks.Runtime.Tests.Execution;

/// <summary>A module of a user's own can do what those do that come with the tool.</summary>
[Collection(VirtualTimeTests.Name)]
public sealed class EngineTests
{
    [Fact]
    public async Task It_flushes_handlers()
    {
        var hosts = new ScriptedHosts("h1");

        var report = await hosts.RunAsync(new FlushedByUser(), options => options with { Forks = 1 });

        Assert.Equal(["h1 config", "h1 restart", "h1 check"], hosts.Log);
        Assert.Equal("ran Restart", report["h1"].Results!.Now.Message);
    }

    [Fact]
    public async Task It_waits_for_jobs_and_tells_what_they_gave()
    {
        var hosts = new ScriptedHosts("h1").When("build one", seconds: 30, stdout: "1").When("build two", seconds: 60, stdout: "2");

        var report = await hosts.RunAsync(new WaitedByUser());

        Assert.Equal(("12", 60), (report["h1"].Results!.Both.Message, hosts.Time.Seconds));
    }

    [Fact]
    public async Task Its_wait_looks_as_often_as_Retry_says()
    {
        var hosts = new ScriptedHosts("h1").When("build", seconds: 300);

        var report = await hosts.RunAsync(new ImpatientUser());

        Assert.Equal(
            (true, 20),
            (report["h1"].Results!.Look.GaveUp,
                hosts.Events.OfType<TaskFinished>().First(finished => finished.Task.Member == "Look").Result!.Duration.TotalSeconds));
        Assert.Equal(2, hosts.Events.OfType<JobLooked>().Count(looked => looked.Task.Member == "Look"));
    }

    [Fact]
    public async Task It_cancels_a_job_which_then_has_changed_something()
    {
        var hosts = new ScriptedHosts("h1").When("watch", seconds: 600);

        var report = await hosts.RunAsync(new CancelledByUser());

        Assert.Equal((true, 0), (report["h1"].Results!.Stop.Changed, report.ExitCode));
        Assert.Contains("h1 cancel watch", hosts.Log);
    }

    [Fact]
    public async Task It_has_a_host_asked_again_for_its_facts()
    {
        var hosts = new ScriptedHosts("h1") { Changed = options => options with { Effects = new AskedFacts(options.Effects) } }
            .When("uname", stdout: "system=Linux\nkernel=6\nhome=/\n");

        await hosts.RunAsync(new ForgottenByUser());

        Assert.Equal(2, hosts.Log.Count(line => line.Contains("uname", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_module_that_steers_the_run_must_declare_it()
    {
        var hosts = new ScriptedHosts("h1");

        var report = await hosts.RunAsync(new SilentUser());

        Assert.Contains("SteersRun to return true", report["h1"].Failure!.Message, StringComparison.Ordinal);
    }

    internal sealed record Flush : ActionModule<CommandResult>
    {
        protected internal override bool SteersRun => true;

        protected internal override async Task<CommandResult> RunAsync(ActionContext context, CancellationToken cancellationToken) =>
            new() { Message = $"ran {string.Join(' ', await context.Engine.FlushHandlersAsync())}" };

        protected internal override Task<CommandResult> PredictAsync(ActionContext context, CancellationToken cancellationToken) =>
            RunAsync(context, cancellationToken);

        protected internal override CommandResult FailedResult(string message) => new();
    }

    internal sealed record WaitForAll(IReadOnlyList<Job<CommandResult>> Jobs) : ActionModule<CommandResult>
    {
        protected internal override bool SteersRun => true;

        protected internal override async Task<CommandResult> RunAsync(ActionContext context, CancellationToken cancellationToken)
        {
            var gave = await Task.WhenAll(Jobs.Select(job => context.Engine.WaitAsync(job, cancellationToken)));
            return gave.FirstOrDefault(each => each.GaveUp) ?? new() { Message = string.Concat(gave.Select(each => each.Stdout)) };
        }

        protected internal override Task<CommandResult> PredictAsync(ActionContext context, CancellationToken cancellationToken) =>
            RunAsync(context, cancellationToken);

        protected internal override CommandResult FailedResult(string message) => new();
    }

    internal sealed record Stop(Job<CommandResult> Job) : ActionModule<CommandResult>
    {
        protected internal override bool SteersRun => true;

        protected internal override Task<CommandResult> RunAsync(ActionContext context, CancellationToken cancellationToken) => context.Engine.CancelAsync(Job);

        protected internal override Task<CommandResult> PredictAsync(ActionContext context, CancellationToken cancellationToken) =>
            Task.FromResult(new CommandResult { Skipped = true });

        protected internal override CommandResult FailedResult(string message) => new();
    }

    internal sealed record NewKernel(bool Flushes = false) : ActionModule<CommandResult>
    {
        protected internal override async Task<CommandResult> RunAsync(ActionContext context, CancellationToken cancellationToken)
        {
            if (Flushes)
            {
                await context.Engine.FlushHandlersAsync();
            }

            context.Engine.ForgetFacts();
            await context.Engine.ResetConnectionAsync();
            return new();
        }

        protected internal override Task<CommandResult> PredictAsync(ActionContext context, CancellationToken cancellationToken) =>
            Task.FromResult(new CommandResult { Skipped = true });

        protected internal override CommandResult FailedResult(string message) => new();
    }
}

[Playbook("all")]
internal sealed partial record FlushedByUser
{
    [Notify(nameof(Restart))]
    public Command Config => new("config");

    public EngineTests.Flush Now => new();

    public Command Check => new("check");

    [Handler]
    public Command Restart => new("restart");
}

[Playbook("all")]
internal sealed partial record WaitedByUser
{
    [Async(600, Poll = 0)]
    public IEnumerable<Command> Builds => [new("build one"), new("build two")];

    public EngineTests.WaitForAll Both(IReadOnlyList<Job<CommandResult>> builds) => new(builds);
}

[Playbook("all")]
internal sealed partial record ImpatientUser
{
    [Async(600, Poll = 0, AtEnd = AtEnd.Cancel)]
    public Command Build => new("build");

    [Retry(2, Delay = 10), IgnoreErrors]
    public EngineTests.WaitForAll Look(Job<CommandResult> build) => new([build]);
}

[Playbook("all")]
internal sealed partial record CancelledByUser
{
    [Async(600, Poll = 0)]
    public Command Watch => new("watch");

    public EngineTests.Stop Stop(Job<CommandResult> watch) => new(watch);
}

[Playbook("all")]
internal sealed partial record ForgottenByUser
{
    public Debug Before(Facts facts) => new($"{facts.Kernel}");

    public EngineTests.NewKernel Renew => new();

    public Debug After(Facts facts) => new($"{facts.Kernel}");
}

[Playbook("all")]
internal sealed partial record SilentUser
{
    public EngineTests.NewKernel Renew => new(Flushes: true);
}
