using System.Text;
using Playbooks.Connections;
using Playbooks.Connections.Shells;
using Playbooks.Runtime.Tests.Modules;

namespace Playbooks.Runtime.Tests.Attacks;

/// <summary>A host that lies about where its file is puts nothing where it wants on the machine that runs the playbook.</summary>
public sealed class FetchAnswerTests : IHostConnection, IDisposable
{
    private const string HelloSum = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    private readonly TestHome _controller = new();
    private string _path = "";
    private long _size = 5;
    private bool _isEndless;
    private int _scripts;

    [Theory]
    [InlineData("/../h2/etc/passwd")]
    [InlineData("/../../../../../../../../etc/cron.d/x")]
    [InlineData("/..")]
    public async Task A_path_that_leads_out_of_the_hosts_own_folder_is_refused(string path)
    {
        var result = await FetchAsync(new Fetch("log", $"{_controller.Directory}/logs/"), path);

        Assert.Equal($"log: the file of h1 would be outside of {_controller.Directory}/logs/h1/", result.Message);
        Assert.False(Directory.Exists(_controller["logs"]));
    }

    [Fact]
    public async Task If_the_playbook_names_the_whole_path_the_host_has_no_influence_on_it()
    {
        var result = await FetchAsync(new Fetch("/var/log/app.log", $"{_controller.Directory}/logs/"), "/etc/passwd");

        Assert.Equal(
            (null, $"{_controller.Directory}/logs/h1/var/log/app.log", "hello"),
            (result.Message, result.Destination, _controller.Read("logs/h1/var/log/app.log")));
    }

    [Fact]
    public async Task A_link_that_is_there_is_replaced_and_not_followed()
    {
        _controller.File("victim", "mine");
        File.SetUnixFileMode(_controller["victim"], (UnixFileMode)0b110_110_110);
        File.CreateSymbolicLink(_controller["log"], _controller["victim"]);

        var result = await FetchAsync(new Fetch("/log", _controller["log"]), "/log");

        Assert.Equal((null, "mine", "hello"), (result.Message, _controller.Read("victim"), _controller.Read("log")));
        Assert.Equal((null, (UnixFileMode)0b110_000_000), (new FileInfo(_controller["log"]).LinkTarget, File.GetUnixFileMode(_controller["log"])));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task An_endless_answer_is_stopped(long size)
    {
        (_size, _isEndless) = (size, true);

        var result = await FetchAsync(new Fetch("/log", _controller["log"]), "/log");

        Assert.Equal("/log: the host sent over 64 MiB more than the file's size; nothing was changed on this machine", result.Message);
        Assert.Empty(Directory.GetFiles(_controller.Directory));
    }

    [Fact]
    public async Task A_file_of_exabytes_does_not_come()
    {
        (_size, _isEndless) = (long.MaxValue, true);

        var result = await FetchAsync(new Fetch("/log", _controller["log"]), "/log");

        Assert.Equal(("/log: has 9223372036854775807 bytes, more than MaxSize (10737418240): increase MaxSize", 1), (result.Message, _scripts));
    }

    public void Dispose() => _controller.Dispose();

    async Task<ScriptOutcome> IHostConnection.RunAsync(ShellScript script, CancellationToken cancellationToken)
    {
        _scripts++;
        if (script.Output is not { } output)
        {
            return new ScriptOutcome
            {
                Rc = 0,
                State = JobState.Succeeded,
                Output = Encoding.UTF8.GetBytes($"c 81a4 {_size} 0 0 1 1 8\nroot\nroot\n{HelloSum}\nours\n{_path}\n")
            };
        }

        var buffer = new OutputBuffer(output);
        buffer.Output("hello"u8);
        while (_isEndless)
        {
            buffer.Output(new byte[1 << 20]);
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
        }

        return new ScriptOutcome { Rc = 0, State = JobState.Succeeded };
    }

    Task<ScriptOutcome> IHostConnection.SendAsync(ShellScript script, Stream input, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<IPipe> IHostConnection.OpenShellAsync(string? user, IPipeSink sink, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task IHostConnection.ResetAsync() => Task.CompletedTask;

    ValueTask IAsyncDisposable.DisposeAsync() => ValueTask.CompletedTask;

    private Task<FetchResult> FetchAsync(Fetch fetch, string path)
    {
        _path = path;
        var host = new Host("h1");
        return fetch.RunAsync(
            new ActionContext(host, new Play("run", DateTimeOffset.UnixEpoch, [host]), this, TimeProvider.System), TestContext.Current.CancellationToken);
    }
}
