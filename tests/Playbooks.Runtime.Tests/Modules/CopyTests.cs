using System.Security.Cryptography;

namespace Playbooks.Runtime.Tests.Modules;

[Needs("process")]
public sealed class CopyTests : IDisposable
{
    private readonly TestHome _home = new();
    private readonly TestHome _controller = new();

    [Theory]
    [EachShell]
    public async Task A_new_file_is_whole_and_is_what_the_users_umask_makes_it(string shell)
    {
        await using var host = new TestHost(shell, _home);
        var bytes = RandomNumberGenerator.GetBytes(300_000);
        await File.WriteAllBytesAsync(_controller["a b"], bytes, TestContext.Current.CancellationToken);

        var result = await host.RunAsync(new Copy(_controller["a b"], _home["it's new"]));

        Assert.Null(result.Message);
        Assert.Equal((true, false, _home["it's new"], 300_000), (result.Changed, result.Failed, result.Destination, result.Size));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), result.Checksum);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(_home["it's new"], TestContext.Current.CancellationToken));
        Assert.Equal(Convert.ToInt32("644", 8), (int)File.GetUnixFileMode(_home["it's new"]));
        Assert.Equal(["bin", "it's new"], Names());
    }

    [Theory]
    [EachShell]
    public async Task Nothing_is_sent_where_the_content_is_the_same(string shell)
    {
        await using var host = new TestHost(shell, _home);
        _home.File("same", "text");

        var result = await host.RunAsync(Copy.Text("text", _home["same"]));

        Assert.Equal((false, false, null), (result.Changed, result.Failed, result.Message));
        Assert.Equal(0, Assert.Single(host.Round).Sent);
    }

    [Theory]
    [EachShell]
    public async Task Other_content_takes_the_place_of_the_old_and_keeps_its_mode_and_owner(string shell)
    {
        await using var host = new TestHost(shell, _home);
        var file = _home.File("file", "old");
        await OwnAsync(file, "1234:2345", "4750");

        var result = await host.RunAsync(Copy.Text("new", file));

        Assert.Null(result.Message);
        Assert.Equal([0, 3], host.Round.Select(round => round.Sent));
        Assert.Equal("new", _home.Read("file"));
        Assert.Equal(("04750", (long?)1234, (long?)2345), await LookAsync(file));
        Assert.Null(result.BackupFile);
    }

    [Theory]
    [EachShell]
    public async Task Mode_owner_and_group_are_set_and_mended(string shell)
    {
        await using var host = new TestHost(shell, _home);
        var copy = Copy.Text("text", _home["file"]) with { Mode = "640", Owner = "1234", Group = "daemon" };

        var made = await host.RunAsync(copy);
        var again = await host.RunAsync(copy);
        await OwnAsync(_home["file"], "0:1", "0600");
        var mended = await host.RunAsync(copy);

        Assert.Equal((true, false, true), (made.Changed, again.Changed, mended.Changed));
        Assert.Equal(("0640", (long?)1234, (long?)1), await LookAsync(_home["file"]));
        Assert.Equal(1, host.Round.Count(round => round.Sent > 0));
    }

    [Theory]
    [EachShell]
    public async Task Into_a_directory_it_goes_under_its_own_name(string shell)
    {
        await using var host = new TestHost(shell, _home);
        var source = _controller.File("app.tar", "tar");
        Directory.CreateDirectory(_home["there"]);

        Assert.Equal(_home["there/app.tar"], (await host.RunAsync(new Copy(source, _home["there"]))).Destination);
        Assert.Equal(_home["there/app.tar"], (await host.RunAsync(new Copy(source, _home["there/"]))).Destination);
        Assert.Equal(_home["not/yet/app.tar"], (await host.RunAsync(new Copy(source, "~/not/yet/"))).Destination);
        Assert.Equal("tar", _home.Read("there/app.tar"));
        Assert.Equal("tar", _home.Read("not/yet/app.tar"));
    }

    [Theory]
    [EachShell]
    public async Task A_link_is_replaced_unless_it_is_followed(string shell)
    {
        await using var host = new TestHost(shell, _home);
        _home.File("target", "old");
        File.CreateSymbolicLink(_home["replaced"], "target");
        File.CreateSymbolicLink(_home["middle"], "target");
        File.CreateSymbolicLink(_home["followed"], _home["middle"]);
        File.CreateSymbolicLink(_home["circle"], "circle");

        var replaced = await host.RunAsync(Copy.Text("old", _home["replaced"]));
        var followed = await host.RunAsync(Copy.Text("new", "followed") with { Follow = true });
        var circle = await host.RunAsync(Copy.Text("new", "circle") with { Follow = true });

        Assert.True(replaced.Changed);
        Assert.Null(new FileInfo(_home["replaced"]).LinkTarget);
        Assert.Equal("old", _home.Read("replaced"));
        Assert.Equal((true, _home["target"]), (followed.Changed, followed.Destination));
        Assert.Equal("new", _home.Read("target"));
        Assert.Equal(_home["middle"], new FileInfo(_home["followed"]).LinkTarget);
        Assert.Equal("circle: the link " + _home["circle"] + " cannot be followed", circle.Message);
    }

    [Theory]
    [EachShell]
    public async Task A_backup_keeps_the_old_content(string shell)
    {
        await using var host = new TestHost(shell, _home);
        _home.File("file", "old");
        var copy = Copy.Text("new", _home["file"]) with { Backup = true };

        var changed = await host.RunAsync(copy);
        var same = await host.RunAsync(copy);

        Assert.Matches("/file\\.[0-9]{14}~$", changed.BackupFile);
        Assert.Equal("old", await File.ReadAllTextAsync(changed.BackupFile!, TestContext.Current.CancellationToken));
        Assert.Null(same.BackupFile);
    }

    [Theory]
    [EachShell]
    public async Task An_empty_file_is_a_file(string shell)
    {
        await using var host = new TestHost(shell, _home);

        var result = await host.RunAsync(Copy.Bytes(ReadOnlyMemory<byte>.Empty, _home["empty"]));

        Assert.True(result.Changed);
        Assert.Equal("", _home.Read("empty"));
    }

    [Fact]
    public async Task Without_a_tool_for_checksums_it_is_always_sent()
    {
        await using var host = new TestHost("/bin/dash", _home);
        _home.File("file", "text");
        _home.OnlyPrograms = true;
        _home.Link("stat", "ls", "mkdir", "cat", "wc", "chmod", "mv", "rm");

        var result = await host.RunAsync(Copy.Text("text", _home["file"]));

        Assert.Null(result.Message);
        Assert.True(result.Changed);
        Assert.Equal(4, host.Round[^1].Sent);
    }

    [Fact]
    public async Task Incomplete_content_changes_nothing()
    {
        _home.File("file", "old");
        _home.Program("cat", "dd bs=1 count=3 2>/dev/null; dd of=/dev/null 2>/dev/null");
        await using var host = new TestHost("dash", _home);

        var result = await host.RunAsync(Copy.Text("longer", _home["file"]));

        Assert.Equal($"{_home["file"]}: 3 of 6 bytes arrived; nothing was changed", result.Message);
        Assert.Equal((true, false), (result.Failed, result.Changed));
        Assert.Equal("old", _home.Read("file"));
        Assert.Equal(["bin", "file"], Names());
    }

    [Fact]
    public async Task The_file_on_its_way_is_nobody_elses_to_read()
    {
        _home.Program("sha256sum", $"stat -c %a {_home.Directory}/.playbooks-* >{_home["seen"]}; exec /usr/bin/sha256sum \"$@\"");
        await using var host = new TestHost("dash", _home);

        await host.RunAsync(Copy.Text("secret", _home["file"]) with { Mode = "0644" });

        Assert.Equal("700\n", _home.Read("seen"));
    }

    [Fact]
    public async Task A_file_that_cannot_be_copied_is_reported()
    {
        var source = _controller.File("source", "text");
        Directory.CreateDirectory(_home["dir/source"]);
        _home.File("plain", "");

        await ToldAsync(new Copy(_controller["missing"], "/x"), $"/x: the source {_controller["missing"]} does not exist on the machine that runs the " +
            "playbook");
        await ToldAsync(
            new Copy("files/missing", "/x"),
            $"/x: the source files/missing does not exist in {Environment.CurrentDirectory}, the working directory, on the machine that runs the playbook");
        await ToldAsync(
            new Copy(_controller.Directory, "/x"),
            $"/x: the source {_controller.Directory} is a directory, which cannot be sent: send its files, or an archive of them");
        await ToldAsync(new Copy(source, _home["no/file"]), $"{_home["no/file"]}: the directory {_home["no"]} does not exist on the host: create it first");
        await ToldAsync(new Copy(source, _home["dir"]), $"{_home["dir"]}: {_home["dir/source"]} is a directory");
        await ToldAsync(new Copy(source, "/dev/null"), "/dev/null: /dev/null is not a regular file");
        await ToldAsync(new Copy(source, ""), ": A path is empty.");
        await ToldAsync(
            Copy.Text("a", _home["dir"]), $"{_home["dir"]}: is a directory: add a file name to the destination");
        await ToldAsync(Copy.Text("a", "/x") with { Mode = "rw" }, "/x: the mode 'rw' is not an octal number such as \"0644\"");
        await ToldAsync(Copy.Text("a", "/x") with { Mode = "0888" }, "/x: the mode '0888' is not an octal number such as \"0644\"");
        await ToldAsync(Copy.Text("a", "/x") with { Owner = "a:b" }, "/x: Owner 'a:b' is not a valid user or group name");
        await ToldAsync(
            Copy.Text("a", _home["new"]) with { Owner = "nobody-such" },
            $"{_home["new"]}: the owner cannot be changed: chown: invalid user: 'nobody-such'");
        Assert.False(File.Exists(_home["new"]));
    }

    [Fact]
    public async Task A_directory_that_cannot_be_written_or_made_is_reported_with_the_reason()
    {
        await using var host = new TestHost("dash", _home);
        File.CreateSymbolicLink(_home["loop"], "loop");

        var unwritten = await host.RunAsync(Copy.Text("a", "/proc/new"));
        var unmade = await host.RunAsync(new Copy(_controller.File("source", "a"), "loop/"));
        var looped = await host.RunAsync(Copy.Text("a", "loop/new"));

        Assert.True(unwritten.Failed && unmade.Failed && looped.Failed);
        Assert.StartsWith(
            "/proc/new: cannot write to the directory /proc: mkdir: cannot create directory './.playbooks-", unwritten.Message, StringComparison.Ordinal);
        Assert.EndsWith("': No such file or directory", unwritten.Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "loop/: the directory cannot be created: mkdir: cannot stat 'loop/': Too many levels of symbolic links", unmade.Message, StringComparison.Ordinal);
        Assert.Equal($"loop/new: the path {_home["loop"]} contains too many links", looped.Message);
    }

    public void Dispose()
    {
        _home.Dispose();
        _controller.Dispose();
    }

    private async Task ToldAsync(Copy copy, string message)
    {
        await using var host = new TestHost("dash", _home);
        var result = await host.RunAsync(copy);
        Assert.Equal((true, false, message), (result.Failed, result.Changed, result.Message));
    }

    private async Task OwnAsync(string file, string owner, string mode)
    {
        var outcome = await TestShell.RunAsync(
            "dash", new Shell($"chown {owner} {file} && chmod {mode} {file}").ScriptText, _home, null, null, TestContext.Current.CancellationToken);
        Assert.Equal("", outcome.Stderr);
    }

    private async Task<(string? Mode, long? Uid, long? Gid)> LookAsync(string file)
    {
        await using var host = new TestHost("dash", _home);
        var result = await host.RunAsync(new Stat(file));
        return (result.Mode, result.Uid, result.Gid);
    }

    private string[] Names() => [.. Directory.GetFileSystemEntries(_home.Directory).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];
}
