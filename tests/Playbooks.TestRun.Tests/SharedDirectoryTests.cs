namespace Playbooks.TestRun.Tests;

/// <summary>In a directory where everybody may make something, no script uses what somebody else has put there.</summary>
[Needs("process")]
public sealed class SharedDirectoryTests : IDisposable
{
    private const UnixFileMode All = (UnixFileMode)0b111_111_111;
    private const string Somebody = "33";

    private readonly string _folder = Directory.CreateTempSubdirectory("shared.").FullName;

    public SharedDirectoryTests()
    {
        Directory.CreateDirectory(Ours);
        Directory.CreateDirectory(Shared);
        File.SetUnixFileMode(Shared, All | UnixFileMode.StickyBit);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Ours => Path.Combine(_folder, "ours");

    private string Shared => Path.Combine(_folder, "shared");

    private string Ran => Path.Combine(Shared, "ran");

    public void Dispose() => AsRootAsync("rm", "-rf", _folder).GetAwaiter().GetResult();

    [Theory]
    [InlineData("lab", "LAB_DIR", "up", "1")]
    [InlineData("lab", "LAB_DIR", "ssh", "h1")]
    [InlineData("lab", "LAB_DIR", "down")]
    [InlineData("machines", "MACHINES_DIR", "ssh", "m1")]
    [InlineData("machines", "MACHINES_DIR", "down")]
    public async Task Hosts_are_in_no_directory_that_somebody_else_can_change(string script, string variable, params string[] command)
    {
        var theirs = await PlantAsync("theirs");
        var link = Path.Combine(Shared, "link");
        File.CreateSymbolicLink(link, Ours);
        await AsRootAsync("chown", "-h", Somebody, link);
        var open = Directory.CreateDirectory(Path.Combine(Shared, "open")).FullName;
        File.SetUnixFileMode(open, All);
        var way = Path.Combine(Ours, "way");
        File.CreateSymbolicLink(way, theirs);
        var before = await EverythingAsync();
        foreach (var (folder, why) in ((string, string)[])
            [
                (theirs, $"{theirs} belongs to somebody else"),
                (Path.Combine(theirs, "below"), $"{theirs} belongs to somebody else"),
                (link, $"{link} belongs to somebody else"),
                (Path.Combine(link, "below"), $"{link} belongs to somebody else"),
                (Path.Combine(way, "below"), $"{theirs} belongs to somebody else"),
                (open, $"others may write to {open}"),
                (Path.Combine(open, "below"), $"others may write to {open}"),
                (Shared, $"others may write to {Shared}"),
            ])
        {
            var refused = await RunAsync($"lab/{script}", command, (variable, folder));

            Assert.Equal(new Ended(1, "", $"{script}: {why}: set {variable} to a directory in which nobody else can change anything\n"), refused);
            Assert.Equal(before, await EverythingAsync());
        }
    }

    [Fact]
    public async Task Without_a_variable_hosts_are_below_the_home_directory()
    {
        await PlantAsync("playbooks-lab");
        await PlantAsync("playbooks-machines");
        var before = await EverythingAsync();

        var lab = await RunAsync("lab/lab", ["ssh", "h1"]);
        var machines = await RunAsync("lab/machines", ["down"]);

        Assert.Equal(new Ended(1, "", $"lab: no lab at {Ours}/.cache/playbooks-lab (start one: lab up N)\n"), lab);
        Assert.Equal(new Ended(0, "", ""), machines);
        Assert.Equal(before, await EverythingAsync());
    }

    [Fact]
    public async Task A_clean_Debian_that_somebody_else_may_have_made_is_not_used()
    {
        var theirs = await PlantAsync("theirs");

        var refused = await RunAsync("lab/machines", ["base"], ("MACHINES_BASE", Path.Combine(theirs, "bookworm")));

        Assert.Equal(
            new Ended(
                1, "", $"machines: {theirs} belongs to somebody else: set MACHINES_BASE to a place in a directory in which nobody else can change anything\n"),
            refused);
    }

    [Fact]
    public async Task Measurements_have_a_folder_of_their_own_and_leave_nothing()
    {
        await PlantAsync("playbooks-peers");
        var before = await EverythingAsync();

        var failed = await RunAsync("peers/peers", ["--lab", "/bin/false", "--hosts", "1"]);

        Assert.Equal("peers: lab up 1 failed\n", failed.Errors);
        Assert.Equal(before, await EverythingAsync());
    }

    [Fact]
    public async Task Suites_run_only_where_their_folder_for_temporary_files_is_for_one_user()
    {
        var runner = AppContext.BaseDirectory.Replace("Playbooks.TestRun.Tests", "Playbooks.TestRun", StringComparison.Ordinal);

        var refused = await RunAsync(Path.Combine(runner, "Playbooks.TestRun"), ["--needs"]);

        Assert.Equal(
            new Ended(1, "", $"tests/run: {Shared}/ is not for you alone: start tests/run, which makes a folder that is, or set TMPDIR to one (chmod 700).\n"),
            refused);
    }

    /// <summary>Makes what a script would take for its own, and what would run something of somebody else's.</summary>
    private async Task<string> PlantAsync(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Shared, name)).FullName;
        foreach (var kept in (string[])[".playbooks-lab", ".playbooks-machines"])
        {
            await File.WriteAllTextAsync(Path.Combine(folder, kept), "127.77 2222\n", Token);
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "ssh_config"), $"Host *\n  ProxyCommand touch {Ran}\n", Token);
        await File.WriteAllTextAsync(Path.Combine(folder, "bookworm.complete"), "", Token);
        await AsRootAsync("chown", "-R", Somebody, folder);
        return folder;
    }

    private Task<Ended> RunAsync(string script, string[] arguments, params IEnumerable<(string Name, string Value)> environment) => Tool.RunAsync(
        Path.Combine(Scene.Root, "tests", script),
        arguments,
        _folder,
        Token,
        [("TMPDIR", Shared), ("HOME", Ours), ("XDG_CACHE_HOME", ""), ("LAB_DIR", ""), ("MACHINES_DIR", ""), ("MACHINES_BASE", ""), .. environment]);

    /// <summary>Whatever is in the folder: whose it is, who may use it, where a link leads.</summary>
    private async Task<string> EverythingAsync() =>
        (await Tool.RunAsync("find", [_folder, "-printf", "%p %U %m %s %l\n"], _folder, Token)).Output;

    private static async Task AsRootAsync(params string[] command)
    {
        string[] all = Environment.IsPrivilegedProcess ? command : ["sudo", "-n", .. command];
        var ended = await Tool.RunAsync(all[0], all[1..], "/", CancellationToken.None);
        Assert.True(ended.ExitCode == 0, ended.Errors);
    }
}
