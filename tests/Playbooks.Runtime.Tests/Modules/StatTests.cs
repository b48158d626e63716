namespace Playbooks.Runtime.Tests.Modules;

[Needs("process")]
public sealed class StatTests : IDisposable
{
    private readonly TestHome _home = new();

    /// <summary>Every shell, with each of the tools that a host may have to look at files.</summary>
    public static TheoryData<string, string> Tools
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var shell in TestShell.Every)
            {
                foreach (var tool in new[] { "gnu", "busybox", "bsd", "ls" })
                {
                    data.Add(shell, tool);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Tools))]
    public async Task A_file_is_seen_as_it_is(string shell, string tool)
    {
        Have(tool);
        var file = _home.File("it's -- a\nfile", "hello");
        File.SetUnixFileMode(file, (UnixFileMode)0b100_111_100_001);
        File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch.AddSeconds(1_700_000_000));

        var result = await RunAsync(new Stat(file) { Checksum = true }, shell);

        Assert.Equal(
            (true, true, false, false, 5, "04741", Environment.UserName, (long?)0),
            (result.Exists, result.IsRegular, result.IsDirectory, result.IsLink, result.Size, result.Mode, result.Owner, result.Gid));
        Assert.Equal(tool == "ls" ? null : DateTimeOffset.FromUnixTimeSeconds(1_700_000_000), result.Modified);
        Assert.Equal("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824", result.Checksum);
        Assert.Equal((false, false, null), (result.Changed, result.Failed, result.Message));
    }

    [Theory]
    [MemberData(nameof(Tools))]
    public async Task A_link_is_seen_itself_unless_it_is_followed(string shell, string tool)
    {
        Have(tool);
        Directory.CreateDirectory(_home["dir"]);
        File.CreateSymbolicLink(_home["link"], "dir");
        File.CreateSymbolicLink(_home["dangling"], "no such\nfile");

        var link = await RunAsync(new Stat("link"), shell);
        var followed = await RunAsync(new Stat("link") { Follow = true }, shell);
        var dangling = await RunAsync(new Stat("~/dangling"), shell);

        Assert.Equal((true, true, false, "dir", null), (link.Exists, link.IsLink, link.IsDirectory, link.LinkTarget, link.Checksum));
        Assert.Equal((true, false, true, null), (followed.Exists, followed.IsLink, followed.IsDirectory, followed.LinkTarget));
        Assert.Equal((true, true, "no such\nfile"), (dangling.Exists, dangling.IsLink, dangling.LinkTarget));
        Assert.False((await RunAsync(new Stat("dangling") { Follow = true }, shell)).Exists);
    }

    [Theory]
    [InlineData("/no/such/file")]
    [InlineData("nothing")]
    [InlineData("-dash")]
    [InlineData("/etc/passwd/x")]
    [InlineData("/etc/passwd/")]
    public async Task A_missing_file_is_not_a_failure(string path)
    {
        foreach (var shell in TestShell.Every)
        {
            var result = await RunAsync(new Stat(path), shell);

            Assert.Equal((false, false, null), (result.Exists, result.Failed, result.Message));
        }
    }

    [Theory]
    [InlineData("sha256sum")]
    [InlineData("openssl")]
    [InlineData("shasum", "perl")]
    [InlineData("busybox")]
    public async Task Any_tool_for_checksums_will_do(params string[] tools)
    {
        _home.OnlyPrograms = true;
        _home.Link(["stat", .. tools]);
        _home.File("file", "hello");

        var result = await RunAsync(new Stat("file") { Checksum = true }, "/bin/dash");

        Assert.Equal("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824", result.Checksum);
    }

    [Fact]
    public async Task No_tool_for_checksums_is_reported()
    {
        _home.OnlyPrograms = true;
        _home.Link("stat");
        _home.File("file", "hello");

        var result = await RunAsync(new Stat("file") { Checksum = true }, "/bin/dash");

        Assert.True(result.Failed);
        Assert.Equal("file: the host has no tool for SHA-256: install sha256sum, shasum, openssl or busybox", result.Message);
    }

    [Fact]
    public async Task A_directory_that_cannot_be_searched_is_reported_and_is_not_taken_for_nothing()
    {
        // Root searches every directory, so the test that the script asks is answered for it.
        Directory.CreateDirectory(_home["closed"]);
        await using var host = new TestHost("dash", _home);
        var script = "test() { :; }; [() { case $1 in -x) return 1 ;; !) shift; ! [ \"$@\" ;; *) command [ \"$@\" ;; esac; }\n";

        var outcome = await TestShell.RunAsync(
            "bash", script + new Stat("closed/x/y").ScriptText, _home, null, null, TestContext.Current.CancellationToken);
        var result = new Stat("closed/x/y").Parse(outcome);

        Assert.True(result.Failed);
        Assert.Equal("closed/x/y: permission denied: the directory closed cannot be searched", result.Message);
    }

    [Fact]
    public void A_job_that_was_ended_has_failed()
    {
        var result = new Stat("/x").Parse(new ScriptOutcome { State = JobState.Lost, Reason = "the host was rebooted" });

        Assert.True(result.Failed);
        Assert.Equal("/x: lost: the host was rebooted", result.Message);
    }

    [Fact]
    public void An_empty_path_is_reported() => Assert.Equal("A path is empty.", Assert.Throws<FormatException>(() => new Stat("").ScriptText).Message);

    public void Dispose() => _home.Dispose();

    private void Have(string tool)
    {
        switch (tool)
        {
            case "busybox":
                _home.Program("stat", "exec busybox stat \"$@\"");
                break;
            case "bsd":
                // As FreeBSD's and macOS's: -f is the format, and there is no -c.
                _home.Program("stat", """
                    case $1 in -L) l=-L; shift ;; *) l= ;; esac
                    [ "$1" = -f ] || exit 1
                    [ "$2" = "$(printf 'f %%p %%z %%u %%g %%m %%l %%b\n%%Su\n%%Sg')" ] || exit 1
                    set -- "$3" $(/usr/bin/stat $l -c '%f %s %u %g %Y %h %b' "$3")
                    printf 'f %o %s %s %s %s %s %s\n' "0x$2" "$3" "$4" "$5" "$6" "$7" "$8"
                    /usr/bin/stat $l -c %U "$1"
                    /usr/bin/stat $l -c %G "$1"
                    """);
                break;
            case "ls":
                _home.Program("stat", "exit 127");
                break;
            default:
                break;
        }
    }

    private async Task<StatResult> RunAsync(Stat module, string shell)
    {
        await using var host = new TestHost(shell, _home);
        return await host.RunAsync(module);
    }
}
