
using Playbooks.Jobs.Finding;
using Playbooks.Jobs.Scripts;

namespace Playbooks.Runtime.Tests.Modules;

/// <summary>Users, groups and files may be called whatever a system allows, as where names come from an Active Directory.</summary>
[Needs("process")]
public sealed class NameTests : IDisposable
{
    private const string User = "DOM\\new müller@x.y";
    private const string Group = "domain users";

    private readonly TestHome _home = new();
    private readonly TestHome _controller = new();

    [Theory]
    [EachShell]
    public async Task Files_of_a_group_whose_name_has_a_space_work_everywhere(string shell)
    {
        foreach (var stat in new[] { "exec /usr/bin/stat \"$@\"", "exec busybox stat \"$@\"", "exit 127" })
        {
            _home.Program("stat", stat);
            await using var host = Host(shell);
            _home.File("file", "one\n");
            Chown("file");

            var looked = await host.RunAsync(new Stat("file"));
            var put = await host.RunAsync(Copy.Text("two\n", "file"));
            var same = await host.RunAsync(Copy.Text("two\n", "file") with { Owner = User, Group = Group });
            var made = await host.RunAsync(Copy.Text("two\n", "new") with { Owner = User, Group = Group });
            var again = await host.RunAsync(new Stat("new"));
            var fetched = await host.RunAsync(new Fetch("file", _controller["file"]));

            Assert.Equal((null, User, Group, 4), (looked.Message, looked.Owner, looked.Group, looked.Size));
            Assert.Equal((null, true), (put.Message, put.Changed));
            Assert.Equal((null, false), (same.Message, same.Changed));
            Assert.Equal((null, User, Group, 4243, 4242), (made.Message, again.Owner, again.Group, again.Uid, again.Gid));
            Assert.Equal((null, "two\n"), (fetched.Message, _controller.Read("file")));
            File.Delete(_home["new"]);
        }
    }

    [Theory]
    [EachShell]
    public async Task Paths_may_have_line_ends_and_spaces_at_their_ends(string shell)
    {
        await using var host = new TestHost(shell, _home);
        var source = _controller.File(" a\nb \n", "text");
        var file = _home["two\nlines \n"];
        File.CreateSymbolicLink(_home["link"], "two\nlines \n");

        var made = await host.RunAsync(Copy.Text("text", "two\nlines \n"));
        var followed = await host.RunAsync(Copy.Text("new", "link") with { Follow = true, Backup = true });
        var mended = await host.RunAsync(Copy.Text("new", file) with { Mode = "0600" });
        var into = await host.RunAsync(new Copy(source, "dir\n/"));
        var looked = await host.RunAsync(new Stat("link"));
        var lost = await host.RunAsync(Copy.Text("x", "no\nsuch/file"));

        Assert.Equal((null, true, file), (made.Message, made.Changed, made.Destination));
        Assert.Equal(
            (null, file, "text"),
            (followed.Message, followed.Destination, await File.ReadAllTextAsync(followed.BackupFile!, TestContext.Current.CancellationToken)));
        Assert.Equal((null, true), (mended.Message, mended.Changed));
        Assert.Equal((null, _home["dir\n/ a\nb \n"]), (into.Message, into.Destination));
        Assert.Equal("two\nlines \n", looked.LinkTarget);
        Assert.Equal($"no\nsuch/file: the directory {_home["no such"]} does not exist on the host: create it first", lost.Message);
    }

    [Theory]
    [InlineData("a:b")]
    [InlineData("a\nb")]
    [InlineData("-R")]
    [InlineData("")]
    public async Task A_name_that_no_system_allows_is_reported(string name)
    {
        await using var host = new TestHost("dash", _home);

        var result = await host.RunAsync(Copy.Text("a", "/x") with { Group = name });

        Assert.Equal($"/x: Group '{name}' is not a valid user or group name", result.Message);
    }

    [Theory]
    [EachShell]
    public async Task A_home_is_found_by_a_name_with_a_dash(string shell)
    {
        var found = await TestShell.RunAsync(
            shell, $"p={ShellText.Path("~www-data/a b")}; printf '%s' \"$p\"", _home, null, null, TestContext.Current.CancellationToken);

        Assert.Equal("/var/www/a b", found.Stdout);
    }

    [Theory]
    [EachShell]
    public async Task Users_with_jobs_are_found_whatever_their_names_are(string shell)
    {
        Directory.CreateDirectory(_home["jobs/.users"]);
        _home.File($"jobs/.users/{User}", "");
        _home.Program("stat", $"printf 'user %s\\n' '{Group}' '{User}'");

        var below = await ListAsync("jobs");
        var same = await ListAsync(_home["jobs"]);

        Assert.Contains(User, below.Users);
        Assert.Equal([Group, User], same.Users);

        async Task<JobScan> ListAsync(string directory) => JobScan.Parse(
            (await TestShell.RunAsync(shell, JobScripts.List(directory), _home, null, null, TestContext.Current.CancellationToken)).Stdout, "web1", null);
    }

    [Fact]
    public void A_look_for_jobs_may_be_as_any_user()
    {
        const string Status = """{"id":"run.1","state":"running","pid":1,"started":5,"limit":60,"boot":"b"}""";

        var scan = JobScan.Parse($"user {Group}\nuser a\\b c\nhere 1700000000 {User} /home/DOM/a b/.playbooks_async\n{Status}\n", "web1", null);

        Assert.Equal([Group, "a\\b c"], scan.Users);
        Assert.Equal(User, Assert.Single(scan.Jobs).Handle.User);
        Assert.Equal("/home/DOM/a b/.playbooks_async/run.1", scan.Jobs[0].Handle.Directory);
    }

    public void Dispose()
    {
        _home.Dispose();
        _controller.Dispose();
    }

    /// <summary>A host that knows the user and the group: in a namespace of its own, so that this machine does not.</summary>
    private TestHost Host(string shell)
    {
        _home.File("passwd", $"{File.ReadAllText("/etc/passwd")}{User}:x:4243:4242::/:/bin/sh\n");
        _home.File("group", $"{File.ReadAllText("/etc/group")}{Group}:x:4242:\n");
        return new TestHost(
            $"unshare -m {_home.Program("known", $"mount --bind \"$HOME/passwd\" /etc/passwd; mount --bind \"$HOME/group\" /etc/group; exec {shell} \"$@\"")}",
            _home);
    }

    private void Chown(string name)
    {
        using var chown = System.Diagnostics.Process.Start("chown", ["4243:4242", _home[name]]);
        chown.WaitForExit();
    }
}
