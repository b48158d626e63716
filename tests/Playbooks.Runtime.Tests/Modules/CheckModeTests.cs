namespace Playbooks.Runtime.Tests.Modules;

/// <summary>What modules say in check mode, in real shells: they change nothing.</summary>
[Needs("process")]
public sealed class CheckModeTests : IDisposable
{
    private readonly TestHome _home = new();

    [Theory]
    [EachShell]
    public async Task A_command_with_a_condition_says_whether_it_would_run(string shell)
    {
        await using var host = new TestHost(shell, _home);
        _home.File("there", "");

        var made = await host.PredictAsync(new Command("touch ran") { Creates = "there" });
        var unmade = await host.PredictAsync(new Command("touch ran") { Creates = "missing" });
        var gone = await host.PredictAsync(new Shell("touch ran") { Removes = "missing" });
        var left = await host.PredictAsync(new Shell("touch ran") { Removes = "there" });

        Assert.Equal((false, true, "skipped, because there exists"), (made.Changed, made.Skipped, made.Message));
        Assert.Equal((true, false), (unmade.Changed, unmade.Skipped));
        Assert.Equal((false, true, "skipped, because missing does not exist"), (gone.Changed, gone.Skipped, gone.Message));
        Assert.Equal((true, false), (left.Changed, left.Skipped));
        Assert.False(File.Exists(_home["ran"]));
    }

    [Fact]
    public async Task Where_the_working_directory_is_still_to_be_made_nobody_knows_whether_a_command_would_run()
    {
        await using var host = new TestHost("dash", _home);

        var result = await host.PredictAsync(new Shell("make") { WorkingDirectory = "later", Creates = "made" });

        Assert.Equal((true, false, 0), (result.Skipped, result.Failed, result.Rc));
    }

    [Theory]
    [EachShell]
    public async Task A_copy_says_whether_content_or_mode_would_change(string shell)
    {
        await using var host = new TestHost(shell, _home);
        File.SetUnixFileMode(_home.File("file", "old"), UnixFileMode.UserRead | UnixFileMode.UserWrite);

        var other = await host.PredictAsync(Copy.Text("new", "file"));
        var same = await host.PredictAsync(Copy.Text("old", "file"));
        var mode = await host.PredictAsync(Copy.Text("old", "file") with { Mode = "0644" });

        Assert.Equal((true, false, _home["file"]), (other.Changed, other.Failed, other.Destination));
        Assert.Equal((false, false), (same.Changed, same.Failed));
        Assert.True(mode.Changed);
        Assert.Equal("old", _home.Read("file"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_home["file"]));
        Assert.All(host.Round, round => Assert.Equal(0, round.Sent));
    }

    [Theory]
    [EachShell]
    public async Task A_copy_into_a_directory_that_is_still_to_be_made_makes_none(string shell)
    {
        await using var host = new TestHost(shell, _home);
        var source = _home.File("source", "text");

        var result = await host.PredictAsync(new Copy(source, "later/deep/"));

        Assert.Equal((true, null, _home["later/deep/source"]), (result.Changed, result.Message, result.Destination));
        Assert.False(Directory.Exists(_home["later"]));
    }

    [Fact]
    public async Task Modules_that_only_read_run_in_check_mode()
    {
        await using var host = new TestHost("dash", _home);
        _home.File("there", "text");

        var result = await host.PredictAsync(new Stat("there"));

        Assert.Equal((true, 4), (result.Exists, result.Size));
    }

    [Theory]
    [EachShell]
    public async Task Packages_are_simulated_with_the_lists_that_are_there(string shell)
    {
        await using var host = new TestHost(shell, _home);
        Apt("""
            echo 'The following NEW packages will be installed:'
            echo '  nginx'
            echo '0 upgraded, 1 newly installed, 0 to remove and 3 not upgraded.'
            """);

        var result = await host.PredictAsync(new Apt { Packages = ["nginx"], UpdateCache = true });

        Assert.Equal((true, true, null), (result.Changed, result.CacheUpdated, result.Message));
        Assert.Equal(["nginx"], result.Installed);
        var call = Assert.Single(_home.Read("calls").Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("-s ", call, StringComparison.Ordinal);
        Assert.EndsWith("install --no-upgrade nginx", call, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_that_only_new_lists_may_have_cannot_be_foreseen()
    {
        await using var host = new TestHost("dash", _home);
        Apt("echo 'E: Unable to locate package nginx' >&2; exit 100");

        var unknown = await host.PredictAsync(new Apt { Packages = ["nginx"], UpdateCache = true });
        var wrong = await host.PredictAsync(new Apt { Packages = ["nginx"] });

        Assert.Equal(
            (true, "not run: with the current package lists, apt-get: Unable to locate package nginx (rc 100)"), (unknown.Skipped, unknown.Message));
        Assert.Equal((false, true), (wrong.Skipped, wrong.Failed));
    }

    [Fact]
    public async Task A_reboot_is_only_reported()
    {
        await using var host = new TestHost("dash", _home);

        var result = await host.PredictAsync(new Reboot());

        Assert.Equal((true, false, false, "web1 would be rebooted"), (result.Changed, result.Rebooted, result.Failed, result.Message));
        Assert.Empty(host.Round);
    }

    public void Dispose() => _home.Dispose();

    private void Apt(string prints)
    {
        _home.Program("apt-get", $"echo \"$@\" >>\"$HOME/calls\"\n{prints}\n");
        _home.Program("apt-config", "echo \"lists='$HOME/lists/'\"; echo \"state='$HOME/'\"");
    }
}
