using System.Diagnostics;
using Playbooks.Runtime.Tests.Modules;

namespace Playbooks.Runtime.Tests.Attacks;

/// <summary>A command of root runs in no directory, and waits for no file, to which another user's link leads. The attacker has number 1234.</summary>
[Needs("process")]
public sealed class WorkingDirectoryTests : IDisposable
{
    private readonly TestHome _home = new("/tmp");

    public WorkingDirectoryTests()
    {
        File.SetUnixFileMode(_home.Directory, (UnixFileMode)0b111_101_101);
        Run("""
            mkdir -m 755 alice bob alice/dir; echo secret >bob/file; ln -s ../bob alice/link; chown -h 1234:1234 alice alice/dir alice/link
            ln -s alice in; ln -s in/link over
            """);
    }

    private string Refused => $"the link {Link} in the path belongs to 1234, and links of other users are not followed: " +
        "name its target, or run the task as that user (Become)";

    private string Link => _home["alice/link"];

    public void Dispose() => _home.Dispose();

    [Theory]
    [EachShell]
    public async Task A_command_does_not_run_behind_her_link(string shell)
    {
        await using var host = new TestHost(shell, _home);
        _home.File("script", "touch ran\n");
        foreach (var directory in new[] { "alice/link", "alice/link/", "./alice//link/.", "alice/link/../bob", "~/alice/link", Link, "in/link", "over" })
        {
            var shells = await host.RunAsync(new Shell("touch ran") { WorkingDirectory = directory });
            var commands = await host.RunAsync(new Command("touch ran") { WorkingDirectory = directory });
            var scripts = await host.RunAsync(new Script($"{_home["script"]}") { WorkingDirectory = directory });
            var conditioned = await host.RunAsync(new Shell("touch ran") { WorkingDirectory = directory, Creates = "missing" });
            var predicted = await host.PredictAsync(new Shell("touch ran") { WorkingDirectory = directory, Creates = "missing" });

            Assert.Equal(
                Enumerable.Repeat((true, (string?)$"rc 1: {Refused}"), 5),
                new[] { shells, commands, scripts, conditioned, predicted }.Select(result => (result.Failed, result.Message)));
        }

        Assert.Empty(Directory.GetFiles(_home.Directory, "ran", SearchOption.AllDirectories));
    }

    /// <summary>While a link of our own is read, she exchanges a directory that was already passed.</summary>
    [Theory]
    [EachShell]
    public async Task A_command_does_not_run_behind_a_link_that_she_creates_meanwhile(string shell)
    {
        await using var host = new TestHost(shell, _home);
        Run("mkdir alice/dir/sub bob/sub; ln -s sub alice/dir/ours");
        var exchange = $"cd {_home["alice"]}; [ -L dir ] || {{ mv dir was; ln -s ../bob dir; chown -h 1234 dir; }}";
        _home.Program("readlink", $"({exchange}); /usr/bin/readlink \"$@\" || echo sub");

        var result = await host.RunAsync(new Shell("touch ran") { WorkingDirectory = "alice/dir/ours" });

        Assert.Equal($"rc 1: the path to {_home["alice/dir/ours"]} changed in the meantime; nothing was done", result.Message);
        Assert.Empty(Directory.GetFiles(_home.Directory, "ran", SearchOption.AllDirectories));
    }

    /// <summary>The path is known, and the shell of the command has not entered it yet.</summary>
    [Theory]
    [EachShell]
    public async Task A_command_does_not_run_behind_a_link_that_she_creates_at_the_last_moment(string shell)
    {
        var module = new Shell("touch ran") { WorkingDirectory = "in/dir" };
        var exchange = $"[ -L {_home["alice/dir"]} ] || {{ mv {_home["alice/dir"]} {_home["alice/was"]}; ln -s ../bob {_home["alice/dir"]}; }}";

        var outcome = await TestShell.RunAsync(
            shell, $"printf() {{ command printf \"$@\"; {exchange}; }}\n{module.ScriptText}", _home, null, null, TestContext.Current.CancellationToken);

        Assert.Equal(1, outcome.Rc);
        Assert.Equal($"the path to {_home["alice/dir"]} changed in the meantime; nothing was done", outcome.LastError);
        Assert.Empty(Directory.GetFiles(_home.Directory, "ran", SearchOption.AllDirectories));
    }

    [Theory]
    [EachShell]
    public async Task A_command_behind_links_of_our_own_runs_as_everywhere(string shell)
    {
        await using var host = new TestHost(shell, _home);
        Run("mkdir \"bob/it's \"; ln -s \"../bob/it's \" alice/ours");
        foreach (var directory in new[] { "alice/ours", "in/ours/", "bob/it's " })
        {
            const string Line = """pwd; echo "$# $PWD"; cd ..; echo *; x='a  b'; set -- $x; echo "$# ${LC_ALL-none}"; playbooks_way""";

            var result = await host.RunAsync(new Shell(Line) { WorkingDirectory = directory });

            Assert.Equal($"{_home["bob/it's "]}\n0 {_home["bob/it's "]}\nfile it's \n2 none", result.Stdout);
            Assert.Equal(127, result.Rc);
        }
    }

    [Theory]
    [EachShell]
    public async Task Nothing_is_waited_for_behind_her_link(string shell)
    {
        await using var host = new TestHost(shell, _home);
        Run("ln -s ../bob/file alice/it; chown -h 1234 alice/it");

        var behind = await host.RunAsync(new WaitFor($"{Link}/file"));
        var gone = await host.RunAsync(new WaitFor("alice/link/missing") { Gone = true });
        var line = await host.RunAsync(new WaitFor($"{Link}/file", "secret"));
        var lineOf = await host.RunAsync(new WaitFor("alice/it", "secret"));
        var link = await host.RunAsync(new WaitFor("alice/it"));

        Assert.Equal(
            [
                $"waiting for {Link}/file to exist: {Refused}",
                $"waiting for alice/link/missing to disappear: {Refused}",
                $"waiting for a line of {Link}/file to match 'secret': {Refused}",
                $"waiting for a line of alice/it to match 'secret': {Refused.Replace("link in the path", "it", StringComparison.Ordinal)}",
            ],
            new[] { behind, gone, line, lineOf }.Select(result => result.Message));
        Assert.Equal((false, null), (link.Failed, link.Message));
    }

    /// <summary>She has the time between two looks to put a link there.</summary>
    [Theory]
    [EachShell]
    public async Task No_file_is_waited_for_behind_a_link_that_appears_meanwhile(string shell)
    {
        await using var host = new TestHost(shell, _home);
        Run("echo nothing >alice/log");
        _home.Program("sleep", $"cd {_home["alice"]}; [ -L log ] || {{ ln -s ../bob/file new; chown -h 1234 new; mv new log; }}; exec /usr/bin/sleep \"$@\"");

        var result = await host.RunAsync(new WaitFor("alice/log", "secret"));

        Assert.Equal((true, false, null), (result.Failed, result.TimedOut, result.Line));
    }

    [Theory]
    [EachShell]
    public async Task A_file_behind_links_of_our_own_is_waited_for(string shell)
    {
        await using var host = new TestHost(shell, _home);
        Run("ln -s ../bob alice/ours; ln -s ours/file alice/it");

        var line = await host.RunAsync(new WaitFor("in/it", "^sec"));
        var file = await host.RunAsync(new WaitFor("~/in/ours/file"));
        var missing = await host.RunAsync(new WaitFor("in/ours/missing", "x") { Gone = true });

        Assert.Equal(("secret", null, null), (line.Line, file.Message, missing.Message));
    }

    private void Run(string script)
    {
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", script]) { WorkingDirectory = _home.Directory })!;
        shell.WaitForExit();
    }
}
