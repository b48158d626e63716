using System.Net;
using System.Net.Sockets;

namespace Playbooks.Runtime.Tests.Modules;

[Needs("process")]
public sealed class WaitForTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly string[] Basics = ["sh", "grep", "sleep", "date", "cat", "timeout"];

    private readonly TestHome _home = new();

    /// <summary>Every tool that can try a port; none at all, on Linux.</summary>
    public static TheoryData<string> Tools => new("nc", "bash", "perl", "python3", "/proc");

    [Theory]
    [MemberData(nameof(Tools))]
    public async Task An_open_port_is_seen_by_each_tool_and_a_closed_one_too(string tool)
    {
        Have(tool);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var open = await RunAsync(new WaitFor(port) { Timeout = Second });
        var stillOpen = await RunAsync(new WaitFor(port) { Gone = true, Timeout = Second });
        listener.Stop();
        var closed = await RunAsync(new WaitFor(port) { Gone = true, Timeout = Second });
        var stillClosed = await RunAsync(new WaitFor(port) { Timeout = Second });

        Assert.Equal((false, false, null), (open.Failed, open.Changed, open.Message));
        Assert.Equal(
            (true, true, $"waited 1 s for port {port} of 127.0.0.1 to close: the port is still open"),
            (stillOpen.Failed, stillOpen.TimedOut, stillOpen.Message));
        Assert.Equal((false, null), (closed.Failed, closed.Message));
        Assert.True(stillClosed is { Failed: true, TimedOut: true });
        Assert.StartsWith($"waited 1 s for port {port} of 127.0.0.1 to open: ", stillClosed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_tool_a_port_of_another_machine_is_reported_at_once()
    {
        Have("/proc");

        var result = await RunAsync(new WaitFor(80, "192.0.2.1"));

        Assert.Equal(
            (true, false, "waiting for port 80 of 192.0.2.1 to open: the host has no tool to test a port: install nc (with -z), bash, perl or python3"),
            (result.Failed, result.TimedOut, result.Message));
    }

    [Theory]
    [EachShell]
    public async Task A_port_that_opens_ends_the_wait(string shell)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var again = new TcpListener(IPAddress.Loopback, port);

        var waiting = RunAsync(new WaitFor(port) { Timeout = TimeSpan.FromSeconds(60) }, shell);
        Assert.False(waiting.IsCompleted);
        again.Start();

        Assert.Null((await waiting).Message);
    }

    [Theory]
    [EachShell]
    public async Task A_file_that_comes_and_one_that_goes_end_the_wait(string shell)
    {
        var coming = RunAsync(new WaitFor("it's here") { Timeout = TimeSpan.FromSeconds(60) }, shell);
        _home.File("it's here", "");
        var came = await coming;
        var going = RunAsync(new WaitFor("~/it's here") { Gone = true, Timeout = TimeSpan.FromSeconds(60) }, shell);
        File.Delete(_home["it's here"]);
        var went = await going;
        var late = await RunAsync(new WaitFor("it's here") { Timeout = Second }, shell);

        Assert.Equal((null, null, null), (came.Message, went.Message, came.Line));
        Assert.Equal((true, "waited 1 s for it's here to exist: the file does not exist"), (late.TimedOut, late.Message));
    }

    [Theory]
    [EachShell]
    public async Task A_line_that_matches_is_given(string shell)
    {
        _home.File("log", "starting\n");
        var waiting = RunAsync(new WaitFor("log", "^(started|up) in [0-9]+ ms$") { Timeout = TimeSpan.FromSeconds(60) }, shell);
        await File.AppendAllTextAsync(_home["log"], "started in 12 ms\nstarted in 13 ms\n", TestContext.Current.CancellationToken);
        var found = await waiting;
        var still = await RunAsync(new WaitFor("log", "starting") { Gone = true, Timeout = Second }, shell);
        var none = await RunAsync(new WaitFor("log", "-- no such") { Timeout = Second }, shell);
        var gone = await RunAsync(new WaitFor("missing", "x") { Gone = true }, shell);

        Assert.Equal(("started in 12 ms", null), (found.Line, found.Message));
        Assert.Equal("waited 1 s for no line of log to match 'starting': this line matches: starting", still.Message);
        Assert.Equal("waited 1 s for a line of log to match '-- no such': no line matches", none.Message);
        Assert.Equal((null, null), (gone.Message, gone.Line));
    }

    [Fact]
    public async Task An_impossible_condition_is_reported_at_once()
    {
        _home.File("log", "");

        Assert.Equal(
            "waiting for a line of log to match '(': grep does not accept the pattern: grep: Unmatched ( or \\(",
            (await RunAsync(new WaitFor("log", "("))).Message);
        Assert.Equal(
            $"waiting for a line of {_home.Directory} to match 'x': the path is a directory", (await RunAsync(new WaitFor(_home.Directory, "x"))).Message);
        Told(new WaitFor(0), "WaitFor: 0 is not a valid port. Set a number from 1 to 65535.");
        Told(new WaitFor(80, "a b"), "WaitFor: 'a b' is not a valid name or address.");
        Told(
            new WaitFor("x") { Timeout = TimeSpan.Zero },
            "WaitFor: Timeout (00:00:00) and Interval (00:00:01) must be more than zero, and Delay (00:00:00) must not be negative.");
        Told(new WaitFor(""), "A path is empty.");

        static void Told(WaitFor wait, string message) => Assert.Equal(message, Assert.Throws<FormatException>(() => wait.ScriptText).Message);
    }

    [Fact]
    public void In_check_mode_nothing_is_waited_for() => Assert.Null(new WaitFor("/run/app.pid") { Gone = true }.CheckScript);

    public void Dispose() => _home.Dispose();

    private void Have(string tool)
    {
        _home.OnlyPrograms = true;
        _home.Link(Basics);
        if (tool == "nc")
        {
            // As netcat does it, by another program, since there may be none here.
            _home.Program("nc", "[ \"$1\" = -h ] && { echo '	-z		zero-I/O mode'; exit 1; }; exec /usr/bin/bash -c 'exec 3<>/dev/tcp/$0/$1' \"$4\" \"$5\"");
        }
        else if (tool != "/proc")
        {
            _home.Link(tool);
        }
    }

    private async Task<WaitForResult> RunAsync(WaitFor module, string shell = "dash")
    {
        await using var host = new TestHost(_home.OnlyPrograms ? $"/usr/bin/{shell}" : shell, _home);
        return await host.RunAsync(module);
    }
}
