namespace Playbooks.Runtime.Tests.Modules;

public sealed class AptTests : IDisposable
{
    private const string Options = "-y -q -o DPkg::Lock::Timeout=60 -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold";

    private const string Nothing = "0 upgraded, 0 newly installed, 0 to remove and 3 not upgraded.";

    private readonly TestHome _home = new();

    public AptTests()
    {
        _home.Program("apt-get", """
            echo "$@" >>"$HOME/calls"
            echo "$DEBIAN_FRONTEND" >"$HOME/frontend"
            case $* in *update) [ -e "$HOME/update" ] && . "$HOME/update"; echo "Reading package lists..." ;; *) cat "$HOME/output" ;; esac
            """);
        _home.Program("apt-config", "echo \"lists='$HOME/lists/'\"; echo \"state='$HOME/'\"");
        _home.File("output", $"Reading package lists...\n{Nothing}\n");
    }

    public static TheoryData<string> Shells => TestShell.All;

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task An_upgrade_fetches_the_lists_and_names_what_it_changed(string shell)
    {
        _home.File("output", """
            The following packages were automatically installed and are no longer required:
              libold1
            The following NEW packages will be installed:
              linux-image-6.1.0-30-amd64
            The following packages will be REMOVED:
              oldlib* cruft*
            The following packages will be upgraded:
              base-files bash
              libc6
            3 upgraded, 1 newly installed, 2 to remove and 0 not upgraded.
            Setting up libc6:amd64 (2.36-9) ...
            """);

        var result = await RunAsync(new Apt { Upgrade = AptUpgrade.Dist, UpdateCache = true }, shell);

        Assert.Equal((true, false, 0, true, null), (result.Changed, result.Failed, result.Rc, result.CacheUpdated, result.Message));
        Assert.Equal(["base-files", "bash", "libc6"], result.Upgraded);
        Assert.Equal(["linux-image-6.1.0-30-amd64"], result.Installed);
        Assert.Equal(["oldlib", "cruft"], result.Removed);
        Assert.Equal(["-q -o APT::Update::Error-Mode=any update", $"{Options} dist-upgrade"], Calls());
        Assert.Equal("noninteractive\n", _home.Read("frontend"));
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task Nothing_to_do_is_no_change(string shell)
    {
        var result = await RunAsync(new Apt { Packages = ["nginx"], UpdateCache = true }, shell);

        Assert.Equal((false, false, null), (result.Changed, result.Failed, result.Message));
        Assert.Equal($"{Options} install --no-upgrade nginx", Calls()[1]);
    }

    [Fact]
    public async Task What_is_asked_for_is_what_apt_is_told()
    {
        await RunAsync(new Apt { Packages = ["a", "b=1.2*", "c/stable"] });
        await RunAsync(new Apt { Packages = ["a", "g++"], State = AptState.Latest });
        await RunAsync(new Apt { Packages = ["a:amd64"], State = AptState.Absent, Purge = true, AutoRemove = true });
        await RunAsync(new Apt { Upgrade = AptUpgrade.Safe, LockTimeout = TimeSpan.FromMinutes(5) });

        Assert.Equal(
            [
                $"{Options} install --no-upgrade a",
                $"{Options} install b=1.2* c/stable",
                $"{Options} install a g++",
                $"{Options} remove --purge a:amd64",
                $"{Options} autoremove --purge",
                $"{Options.Replace("60", "300", StringComparison.Ordinal)} upgrade --with-new-pkgs",
            ],
            Calls());
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task Lists_that_are_young_enough_are_not_fetched(string shell)
    {
        Directory.CreateDirectory(_home["lists"]);
        var apt = new Apt { CacheValidTime = TimeSpan.FromHours(1) };

        var young = await RunAsync(apt, shell);
        Directory.SetLastWriteTimeUtc(_home["lists"], DateTime.UtcNow.AddHours(-2));
        var old = await RunAsync(apt, shell);
        Directory.CreateDirectory(_home["periodic"]);
        _home.File("periodic/update-success-stamp", "");
        var stamped = await RunAsync(apt, shell);

        Assert.Equal((false, false), (young.CacheUpdated, young.Changed));
        Assert.Equal((true, true), (old.CacheUpdated, old.Changed));
        Assert.False(stamped.CacheUpdated);
        Assert.Single(Calls());
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task Lists_that_somebody_else_is_fetching_are_waited_for(string shell)
    {
        _home.Program("sleep", "rm \"$HOME/update\"");
        _home.File("update", "echo 'E: Could not get lock /var/lib/apt/lists/lock. It is held by process 1' >&2; exit 100");

        var result = await RunAsync(new Apt { UpdateCache = true }, shell);

        Assert.Equal((false, true, ""), (result.Failed, result.CacheUpdated, result.Stderr));
        Assert.Equal(2, Calls().Length);
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task Lists_that_cannot_be_fetched_end_it(string shell)
    {
        _home.File("update", "echo 'W: one' >&2; echo 'E: Failed to fetch http://x' >&2; echo 'E: Some index files failed' >&2; exit 100");

        var result = await RunAsync(new Apt { UpdateCache = true, Upgrade = AptUpgrade.Dist }, shell);

        Assert.Equal((true, false, 100), (result.Failed, result.Changed, result.Rc));
        Assert.Equal("apt-get: Failed to fetch http://x (rc 100)", result.Message);
        Assert.Single(Calls());
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task A_lock_that_is_never_given_up_ends_it(string shell)
    {
        _home.Program("sleep", "");
        _home.File("update", "echo 'E: Could not get lock /l. It is held by process 1' >&2; exit 100");

        var result = await RunAsync(new Apt { UpdateCache = true, LockTimeout = TimeSpan.FromSeconds(3) }, shell);

        Assert.Equal("apt-get: Could not get lock /l. It is held by process 1 (rc 100)", result.Message);
        Assert.Equal(4, Calls().Length);
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task A_package_that_there_is_not_is_told(string shell)
    {
        _home.Program("apt-get", "echo 'E: Unable to locate package nope' >&2; exit 100");

        var result = await RunAsync(new Apt { Packages = ["nope"], AutoRemove = true }, shell);

        Assert.Equal((true, "apt-get: Unable to locate package nope (rc 100)"), (result.Failed, result.Message));
    }

    [Fact]
    public async Task A_host_without_apt_is_told()
    {
        _home.OnlyPrograms = true;
        File.Delete(_home["bin/apt-get"]);

        // The script looks where administrators' programs are, too; apt-get is in none of these.
        var result = await RunAsync(new Apt { UpdateCache = true }, "/bin/dash");

        Assert.Equal(
            (true, 127, "there is no apt-get on this host: Apt is for Debian and its kin"), (result.Failed, result.Rc, result.Message));
    }

    [Fact]
    public void What_makes_no_sense_is_told()
    {
        Told(new Apt(), "Apt has nothing to do: give it Packages, Upgrade, UpdateCache or AutoRemove.");
        Told(new Apt { Packages = ["-o"] }, "Apt: '-o' is no name of a package.");
        Told(new Apt { Packages = ["nginx-"] }, "Apt: 'nginx-' is no name of a package.");
        Told(new Apt { Packages = ["a b"] }, "Apt: 'a b' is no name of a package.");
        Told(new Apt { Packages = ["a;b"] }, "Apt: 'a;b' is no name of a package.");
        Told(new Apt { UpdateCache = true, LockTimeout = TimeSpan.FromSeconds(-1) }, "Apt: LockTimeout and CacheValidTime cannot be negative.");

        static void Told(Apt apt, string message) => Assert.Equal(message, Assert.Throws<FormatException>(() => apt.ScriptText).Message);
    }

    [Fact]
    public void A_job_that_reached_its_limit_has_failed_and_says_what_it_had_done()
    {
        var result = new Apt { Upgrade = AptUpgrade.Dist }.Parse(
            new ScriptOutcome { State = JobState.TimedOut, Reason = "limit of 5 s", Stdout = "2 upgraded, 0 newly installed, 0 to remove and 0 not upgraded.\n" });

        Assert.Equal((true, true, null, "timed out: limit of 5 s"), (result.Failed, result.Changed, result.Rc, result.Message));
    }

    public void Dispose() => _home.Dispose();

    private string[] Calls() => File.ReadAllLines(_home["calls"]);

    private async Task<AptResult> RunAsync(Apt module, string shell = "dash")
    {
        await using var host = new TestHost(shell, _home);
        return await host.RunAsync(module);
    }
}
