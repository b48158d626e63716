using Playbooks.Connections;
using Playbooks.Runtime.Tests.Execution;

namespace Playbooks.Runtime.Tests.Modules;

[Collection(VirtualTimeTests.Name)]
public sealed class RebootTests
{
    private readonly VirtualTime _time = new();

    [Fact]
    public async Task It_waits_until_the_host_answers_and_has_been_booted_anew()
    {
        var host = new Machine(_time) { DownFrom = 3, UpFrom = 47 };

        var result = await RunAsync(new Reboot(), host);

        Assert.Equal((true, false, true), (result.Changed, result.Failed, result.Rebooted));
        Assert.InRange(result.Elapsed.TotalSeconds, 47, 60);
        Assert.Equal($"web1 was rebooted in {result.Elapsed.TotalSeconds:0} s", result.Message);
        Assert.Contains("shutdown -r now", Assert.Single(host.Commands), StringComparison.Ordinal);
        Assert.True(host.Resets > 2);
    }

    [Fact]
    public async Task A_host_that_goes_away_over_the_command_has_taken_it()
    {
        var host = new Machine(_time) { DownFrom = 0, UpFrom = 20 };

        Assert.True((await RunAsync(new Reboot(), host)).Rebooted);
    }

    [Fact]
    public async Task A_host_that_falls_silent_is_asked_again()
    {
        var host = new Machine(_time) { DownFrom = 0, UpFrom = 100, IsSilent = true };

        Assert.True((await RunAsync(new Reboot(), host)).Rebooted);
    }

    [Fact]
    public async Task A_host_that_does_not_come_back_is_reported()
    {
        var host = new Machine(_time) { DownFrom = 2, UpFrom = 10_000 };

        var result = await RunAsync(new Reboot { Timeout = TimeSpan.FromSeconds(300) }, host);

        Assert.Equal((true, true, false), (result.Changed, result.Failed, result.Rebooted));
        Assert.Equal("web1 went down and was still unreachable after 300 s: no route to web1", result.Message);
        Assert.InRange(result.Elapsed.TotalSeconds, 300, 331);
    }

    [Fact]
    public async Task A_host_that_does_not_go_down_is_reported()
    {
        var host = new Machine(_time) { DownFrom = 10_000, UpFrom = 10_000 };

        var result = await RunAsync(new Reboot { Timeout = TimeSpan.FromSeconds(30) }, host);

        Assert.True(result.Failed);
        Assert.Equal("web1 accepted the reboot command, but had not rebooted after 30 s", result.Message);
    }

    [Fact]
    public async Task A_refused_command_is_reported_at_once()
    {
        var host = new Machine(_time) { Answer = new ScriptOutcome { Rc = 1, State = JobState.Failed, Stderr = "must be superuser.\n" } };

        var result = await RunAsync(new Reboot(), host);

        Assert.Equal((true, false), (result.Failed, result.Changed));
        Assert.Equal("the reboot was refused: rc 1: must be superuser.", result.Message);
    }

    [Fact]
    public async Task Command_and_delay_are_the_users()
    {
        var host = new Machine(_time) { DownFrom = 90, UpFrom = 100 };

        var result = await RunAsync(new Reboot { Command = $"kick {"it's"}", Delay = TimeSpan.FromSeconds(90) }, host);

        Assert.Equal(["kick 'it'\\''s'"], host.Commands);
        Assert.InRange(result.Elapsed.TotalSeconds, 10, 30);
    }

    [Theory]
    [InlineData("localhost", null)]
    [InlineData("web1", "local")]
    public async Task The_machine_that_runs_the_playbook_is_left_alone(string name, string? connection)
    {
        var variables = connection is null ? null : new Dictionary<string, string> { ["ansible_connection"] = connection };
        var host = new Machine(_time);

        var result = await RunAsync(new Reboot(), host, new Host(name, variables: variables));

        Assert.Equal((true, false), (result.Failed, result.Changed));
        Assert.Equal(
            $"{name} is the machine that runs the playbook, and a reboot would end the run: " +
            "reboot this machine yourself, or run the playbook from another machine", result.Message);
        Assert.Empty(host.Commands);
    }

    [Fact]
    public async Task A_host_that_cannot_tell_when_it_was_booted_is_left_alone()
    {
        var host = new Machine(_time) { BootId = "" };

        var result = await RunAsync(new Reboot(), host);

        Assert.Equal("the boot time of web1 is not available from /proc, sysctl or who, so nothing was done", result.Message);
        Assert.Empty(host.Commands);
    }

    [Fact]
    public async Task A_timeout_of_zero_is_reported()
    {
        var host = new Machine(_time);

        var result = await RunAsync(new Reboot { Timeout = TimeSpan.Zero }, host);

        Assert.Equal("Reboot: Timeout (00:00:00) must be more than zero, and Delay (00:00:00) must not be negative", result.Message);
        Assert.Empty(host.Commands);
    }

    [Fact]
    public async Task A_cancel_does_not_wait_for_the_reboot()
    {
        var host = new Machine(_time) { DownFrom = 0, UpFrom = 10_000 };
        using var cancel = new CancellationTokenSource();
        await using var connection = host;

        var run = new Reboot().RunAsync(Context(host, new Host("web1")), cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    private async Task<RebootResult> RunAsync(Reboot module, Machine machine, Host? host = null)
    {
        await using var connection = machine;
        return await _time.RunAsync(module.RunAsync(Context(machine, host ?? new Host("web1")), TestContext.Current.CancellationToken));
    }

    private ActionContext Context(Machine machine, Host host) =>
        new(host, new Play("run", DateTimeOffset.UnixEpoch, [host]), machine, _time, new TestEngine(machine));

    /// <summary>A host that is down for some seconds, from its command on.</summary>
    private sealed class Machine(TimeProvider time) : IHostConnection
    {
        private readonly long _start = time.GetTimestamp();

        public double DownFrom { get; init; }

        public double UpFrom { get; init; }

        /// <summary>Whether it does not answer at all while it is down, rather than refuse.</summary>
        public bool IsSilent { get; init; }

        public string BootId { get; init; } = "1";

        public ScriptOutcome Answer { get; init; } = new() { Rc = 0 };

        public List<string> Commands { get; } = [];

        public int Resets { get; private set; }

        public async Task<ScriptOutcome> RunAsync(ShellScript script, CancellationToken cancellationToken)
        {
            var isLook = script.Text.Contains("boot_id", StringComparison.Ordinal);
            if (!isLook)
            {
                Commands.Add(script.Text);
            }

            var now = time.GetElapsedTime(_start).TotalSeconds;
            if (Commands.Count > 0 && Answer.Rc == 0 && now >= DownFrom && now < UpFrom)
            {
                await Task.Delay(IsSilent ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, time, cancellationToken);
                throw new UnreachableException("web1", "no route to web1");
            }

            var id = BootId.Length == 0 ? "" : Commands.Count > 0 && now >= UpFrom ? "2" : BootId;
            return isLook ? new ScriptOutcome { Rc = 0, Stdout = $"{id}\n" } : Answer;
        }

        public Task<ScriptOutcome> SendAsync(ShellScript script, Stream input, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IPipe> OpenShellAsync(string? user, IPipeSink sink, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task ResetAsync()
        {
            Resets++;
            return Task.CompletedTask;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
