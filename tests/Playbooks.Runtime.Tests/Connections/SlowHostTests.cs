using Microsoft.Extensions.Time.Testing;
using Playbooks.Connections;
using Playbooks.Connections.Local;
using Playbooks.Connections.Shells;

namespace Playbooks.Runtime.Tests.Connections;

/// <summary>A host that lets nobody in yet, or whose shell does not begin, is waited for as long as that makes sense, and never for ever.</summary>
[Needs("process")]
public sealed class SlowHostTests
{
    /// <summary>A login whose start-up files wait.</summary>
    private const string Hung = "sleep 120; exec /bin/sh";

    private readonly FakeTimeProvider _time = new();
    private readonly TaskCompletionSource _sent = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_shell_that_does_not_begin_to_work_makes_its_host_unreachable()
    {
        await using var host = Connect(Hung);
        var script = host.RunAsync("true");
        await _sent.Task;

        await AdvanceAsync(script, TimeSpan.FromSeconds(31));

        var error = await Assert.ThrowsAsync<UnreachableException>(() => script);
        Assert.Contains("was not ready within 30 s", error.Message, StringComparison.Ordinal);
        Assert.False(error.IsTransient);
    }

    [Fact]
    public async Task Cancelling_waits_only_a_moment_for_a_shell_that_does_not_begin_and_says_that_it_may()
    {
        await using var host = Connect(Hung);
        using var cancel = new CancellationTokenSource();
        var script = host.RunAsync(new ShellScript("true"), cancel.Token);
        await _sent.Task;

        await cancel.CancelAsync();
        await AdvanceAsync(script, TimeSpan.FromSeconds(1));

        await Assert.ThrowsAsync<NotEndedException>(() => script);
    }

    [Fact]
    public async Task An_abandoned_shell_is_not_waited_for()
    {
        var pipe = new Unclosable();
        var host = new HostConnection("here", "me", _ => Task.FromResult<ITransport>(pipe), _time);
        using var cancel = new CancellationTokenSource();
        var script = host.RunAsync(new ShellScript("true"), cancel.Token);
        await pipe.Written;

        await cancel.CancelAsync();
        await AdvanceAsync(script, TimeSpan.FromSeconds(1));

        await Assert.ThrowsAsync<NotEndedException>(() => script);
        Assert.True(pipe.IsClosing);
    }

    [Fact]
    public async Task An_interruption_ends_the_waiting_for_a_begin()
    {
        await using var host = Connect(Hung);
        using var interrupt = new CancellationTokenSource();
        var script = host.RunAsync(new ShellScript("true") { Unbegun = interrupt.Token }, Token);
        await _sent.Task;

        await interrupt.CancelAsync();
        await AdvanceAsync(script, TimeSpan.FromSeconds(1));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => script);
    }

    [Fact]
    public async Task An_interruption_ends_the_waiting_for_a_connection()
    {
        await using var host = new HostConnection("here", "me", NeverAsync, _time);
        using var interrupt = new CancellationTokenSource();
        var script = host.RunAsync(new ShellScript("true") { Unbegun = interrupt.Token }, Token);

        await interrupt.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => script);
    }

    [Fact]
    public async Task An_interruption_leaves_alone_what_has_begun()
    {
        await using var host = Shells.Connect();
        using var interrupt = new CancellationTokenSource();
        await interrupt.CancelAsync();
        await host.RunAsync("true");

        Assert.Equal("done\n", (await host.RunAsync(new ShellScript("echo done") { Unbegun = interrupt.Token }, Token)).Stdout);
    }

    [Fact]
    public async Task A_server_that_accepts_no_more_logins_is_tried_for_a_minute_and_this_is_reported_once()
    {
        var began = _time.GetTimestamp();
        var attempts = 0;
        var told = new List<string>();
        await using var host = new HostConnection(
            "here",
            "me",
            _ => _time.GetElapsedTime(began) < TimeSpan.FromSeconds(50) && ++attempts > 0
                ? throw new UnreachableException("here", "It takes no more logins.") { IsBusy = true }
                : Task.FromResult<ITransport>(new LocalTransport("here", TimeProvider.System)),
            _time,
            delayed: told.Add);
        var script = host.RunAsync("echo in");

        await AdvanceAsync(script, TimeSpan.FromSeconds(59));

        Assert.Equal("in\n", (await script).Stdout);
        Assert.InRange(attempts, 12, 40);
        Assert.Equal(["It takes no more logins. The run keeps trying for 60 s."], told);
    }

    [Fact]
    public async Task After_a_minute_it_is_unreachable()
    {
        await using var host = new HostConnection(
            "here", "me", _ => throw new UnreachableException("here", "It takes no more logins.") { IsBusy = true }, _time);
        var script = host.RunAsync("true");

        await AdvanceAsync(script, TimeSpan.FromSeconds(70));

        Assert.Equal("It takes no more logins.", (await Assert.ThrowsAsync<UnreachableException>(() => script)).Message);
    }

    [Theory]
    [EachShell(AsPath = true)]
    public async Task Why_a_shell_did_not_start_is_always_said(string shell)
    {
        for (var run = 0; run < 5; run++)
        {
            await using var host = new HostConnection(
                "here", "me", _ => Task.FromResult<ITransport>(new Ended()), TimeProvider.System, $"{shell} -c 'echo restricted >&2; exit 1'");

            var error = await Assert.ThrowsAsync<UnreachableException>(() => host.RunAsync("true"));

            Assert.EndsWith("(status 1): restricted", error.Message, StringComparison.Ordinal);
        }
    }

    private static async Task<ITransport> NeverAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException("It was not cancelled.");
    }

    private HostConnection Connect(string command) =>
        new("here", "me", _ => Task.FromResult<ITransport>(new Login(command, _sent)), _time);

    /// <summary>Lets time pass in small steps until a script has ended.</summary>
    private async Task AdvanceAsync(Task script, TimeSpan most)
    {
        for (var passed = TimeSpan.Zero; !script.IsCompleted && passed < most; passed += TimeSpan.FromMilliseconds(250))
        {
            _time.Advance(TimeSpan.FromMilliseconds(250));
            await Task.WhenAny(script, Task.Delay(10, Token));
        }

        await Task.WhenAny(script, Task.Delay(TimeSpan.FromSeconds(20), Token));
    }

    /// <summary>This machine, with a login shell of its own.</summary>
    private sealed class Login(string startUp, TaskCompletionSource sent) : ITransport
    {
        private readonly LocalTransport _machine = new("here", TimeProvider.System);

        public bool IsAlive => _machine.IsAlive;

        public async Task<IPipe> OpenAsync(string command, IPipeSink sink, CancellationToken cancellationToken) =>
            new Told(await _machine.OpenAsync(startUp, sink, cancellationToken), sent);

        public ValueTask DisposeAsync() => _machine.DisposeAsync();
    }

    /// <summary>Tells when something was written.</summary>
    private sealed class Told(IPipe pipe, TaskCompletionSource sent) : IPipe
    {
        public Task<PipeExit> Exit => pipe.Exit;

        public async ValueTask WriteAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
        {
            await pipe.WriteAsync(data, cancellationToken);
            sent.TrySetResult();
        }

        public ValueTask CompleteInputAsync(CancellationToken cancellationToken) => pipe.CompleteInputAsync(cancellationToken);

        public ValueTask DisposeAsync() => pipe.DisposeAsync();
    }

    /// <summary>A machine whose shells neither begin nor close.</summary>
    private sealed class Unclosable : ITransport, IPipe
    {
        private readonly TaskCompletionSource<PipeExit> _never = new();
        private readonly TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Written => _written.Task;

        public bool IsAlive => true;

        public bool IsClosing { get; private set; }

        public Task<PipeExit> Exit => _never.Task;

        public Task<IPipe> OpenAsync(string command, IPipeSink sink, CancellationToken cancellationToken) => Task.FromResult<IPipe>(this);

        public ValueTask WriteAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
        {
            _written.TrySetResult();
            return ValueTask.CompletedTask;
        }

        public ValueTask CompleteInputAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public ValueTask DisposeAsync()
        {
            IsClosing = true;
            return new ValueTask(_never.Task);
        }
    }

    /// <summary>This machine, where whatever is started has ended before anybody writes to it.</summary>
    private sealed class Ended : ITransport
    {
        private readonly LocalTransport _machine = new("here", TimeProvider.System);

        public bool IsAlive => _machine.IsAlive;

        public async Task<IPipe> OpenAsync(string command, IPipeSink sink, CancellationToken cancellationToken)
        {
            var pipe = await _machine.OpenAsync(command, sink, cancellationToken);
            await pipe.Exit;
            return pipe;
        }

        public ValueTask DisposeAsync() => _machine.DisposeAsync();
    }
}
