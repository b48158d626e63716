namespace Playbooks.Runtime.Tests.Modules;

[Needs("process")]
public sealed class AptTests : IDisposable
{
    private const string Options =
        "-y -q -o DPkg::Lock::Timeout=60 -o APT::Cmd::Pattern-Only=true -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold";

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

    [Theory]
    [EachShell]
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
    [EachShell]
    public async Task If_there_is_nothing_to_do_nothing_counts_as_changed(string shell)
    {
        var result = await RunAsync(new Apt { Packages = ["nginx"], UpdateCache = true }, shell);

        Assert.Equal((false, false, null), (result.Changed, result.Failed, result.Message));
        Assert.Equal($"{Options} install --no-upgrade nginx", Calls()[1]);
    }

    [Fact]
    public async Task The_requested_action_is_passed_to_apt()
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
    [EachShell]
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
    [EachShell]
    public async Task Lists_that_somebody_else_is_fetching_are_waited_for(string shell)
    {
        _home.Program("sleep", "rm \"$HOME/update\"");
        _home.File("update", "echo 'E: Could not get lock /var/lib/apt/lists/lock. It is held by process 1' >&2; exit 100");

        var result = await RunAsync(new Apt { UpdateCache = true }, shell);

        Assert.Equal((false, true, ""), (result.Failed, result.CacheUpdated, result.Stderr));
        Assert.Equal(2, Calls().Length);
    }

    [Theory]
    [EachShell]
    public async Task Lists_that_cannot_be_fetched_end_it(string shell)
    {
        _home.File("update", "echo 'W: one' >&2; echo 'E: Failed to fetch http://x' >&2; echo 'E: Some index files failed' >&2; exit 100");

        var result = await RunAsync(new Apt { UpdateCache = true, Upgrade = AptUpgrade.Dist }, shell);

        Assert.Equal((true, false, 100), (result.Failed, result.Changed, result.Rc));
        Assert.Equal("apt-get: Failed to fetch http://x (rc 100)", result.Message);
        Assert.Single(Calls());
    }

    [Theory]
    [EachShell]
    public async Task Every_lock_of_apt_and_dpkg_is_waited_for(string shell)
    {
        string[] locks =
        [
            "E: Could not get lock /var/cache/apt/archives/lock. It is held by process 11027 (apt-get)\nE: Unable to lock directory /var/cache/apt/archives/",
            "E: Could not get lock /var/lib/dpkg/lock-frontend - open (11: Resource temporarily unavailable)\n" +
            "E: Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend), is another process using it?",
            "dpkg: error: dpkg frontend lock was locked by another process with pid 7\nE: Sub-process /usr/bin/dpkg returned an error code (2)",
        ];
        _home.File("locks", string.Join("\n\n", locks));
        _home.Program("sleep", "mv \"$HOME/locked\" \"$HOME/free\"");
        _home.Program("apt-get", "if [ -e \"$HOME/locked\" ]; then cat \"$HOME/locked\" >&2; exit 100; fi; echo 'W: a warning' >&2; cat \"$HOME/output\"");
        foreach (var held in locks)
        {
            _home.File("locked", held + "\n");

            var result = await RunAsync(new Apt { Packages = ["hello"] }, shell);

            Assert.Equal((false, 0, "W: a warning"), (result.Failed, result.Rc, result.Stderr));
            Assert.False(File.Exists(_home["locked"]));
        }
    }

    [Fact]
    public async Task All_of_a_long_output_is_read_of_what_was_done()
    {
        _home.File("output", "The following packages will be upgraded:\n  bash\n1 upgraded, 0 newly installed, 0 to remove and 0 not upgraded.\n");
        _home.Program("apt-get", "cat \"$HOME/output\"; head -c 2000000 /dev/zero | tr '\\0' x; echo; echo 'Setting up bash (5.2) ...'");

        var report = await new LongUpgrade(_home.Directory, _home.Path).RunAsync(new RunOptions(), TestContext.Current.CancellationToken);

        Assert.Equal((false, "bash"), (report["localhost"].Results!.Upgrade.Failed, Assert.Single(report["localhost"].Results!.Upgrade.Upgraded)));
    }

    [Fact]
    public async Task A_lock_that_nobody_may_take_is_not_waited_for()
    {
        _home.Program("sleep", "echo >\"$HOME/slept\"");
        _home.Program(
            "apt-get",
            "echo 'E: Could not open lock file /var/lib/dpkg/lock-frontend - open (13: Permission denied)' >&2; " +
            "echo 'E: Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend), are you root?' >&2; exit 100");

        var result = await RunAsync(new Apt { Packages = ["hello"] });

        Assert.Equal("apt-get: Could not open lock file /var/lib/dpkg/lock-frontend - open (13: Permission denied) (rc 100)", result.Message);
        Assert.False(File.Exists(_home["slept"]));
    }

    [Theory]
    [EachShell]
    public async Task A_service_that_keeps_its_errors_open_is_neither_waited_for_nor_ended(string shell)
    {
        _home.Program(
            "apt-get",
            $"echo first >&2; (cd /; while ! [ -e {_home["end"]} ]; do echo noise >&2; /usr/bin/sleep 0.05; done; " +
            $": >{_home["lived"]}) >/dev/null </dev/null & cat \"$HOME/output\"; printf last >&2");

        var result = await RunAsync(new Apt { Packages = ["service"] }, shell);
        _home.File("end", "");

        Assert.Equal((false, null), (result.Failed, result.Message));
        Assert.StartsWith("first", result.Stderr, StringComparison.Ordinal);
        await WaitAsync(() => File.Exists(_home["lived"]));
    }

    [Theory]
    [EachShell]
    public async Task Packages_of_which_the_host_knows_nothing_are_absent_already(string shell)
    {
        _home.Program("apt-get", """
            echo "$@" >>"$HOME/calls"
            rc=0
            for word; do case $word in none*) echo "E: Unable to locate package ${word%%=*}" >&2; rc=100 ;; esac; done
            [ "$rc" = 0 ] || { echo "E: Couldn't find any package by regex 'none.one'" >&2; exit "$rc"; }
            cat "$HOME/output"
            """);

        var none = await RunAsync(new Apt { Packages = ["none.one"], State = AptState.Absent, Purge = true }, shell);
        var some = await RunAsync(new Apt { Packages = ["none.one", "a", "none-two=1.0", "b"], State = AptState.Absent }, shell);
        await using var host = new TestHost(shell, _home);
        var foreseen = await host.PredictAsync(new Apt { Packages = ["none.one"], State = AptState.Absent });

        Assert.Equal((false, false, 0, null, ""), (none.Changed, none.Failed, none.Rc, none.Message, none.Stderr));
        Assert.Equal((false, false, 0), (some.Changed, some.Failed, some.Rc));
        Assert.Equal((false, false), (foreseen.Changed, foreseen.Failed));
        Assert.Equal(
            [$"{Options} remove --purge none.one", $"{Options} remove none.one a none-two=1.0 b", $"{Options} remove a b", $"-s {Options} remove none.one"],
            Calls());
    }

    [Fact]
    public async Task A_package_that_was_only_unpacked_and_is_configured_is_a_change()
    {
        _home.File("output", $"""
            hello is already the newest version (2.10-3).
            {Nothing}
            1 not fully installed or removed.
            After this operation, 0 B of additional disk space will be used.
            Setting up hello:amd64 (2.10-3) ...
            Processing triggers for man-db (2.11.2-2) ...
            """);
        var done = await RunAsync(new Apt { Packages = ["hello"] });
        _home.File("output", $"{Nothing}\n1 not fully installed or removed.\nConf hello (2.10-3 Debian:12.0/stable [amd64])\n");
        await using var host = new TestHost("dash", _home);
        var foreseen = await host.PredictAsync(new Apt { Packages = ["hello"] });

        Assert.Equal((true, false), (done.Changed, done.Failed));
        Assert.Equal(["hello"], done.Configured);
        Assert.Equal((true, "hello"), (foreseen.Changed, Assert.Single(foreseen.Configured)));
        Assert.Empty(done.Installed);
    }

    [Fact]
    public async Task Packages_that_are_held_back_removed_or_downgraded_are_in_the_result()
    {
        _home.File("output", """
            The following packages will be REMOVED:
              other
            The following packages have been kept back:
              linux-image-amd64 nginx
            The following upgrades have been deferred due to phasing:
              systemd
            The following packages will be DOWNGRADED:
              hello
            0 upgraded, 0 newly installed, 1 downgraded, 1 to remove and 3 not upgraded.
            Removing other (1.0) ...
            Unpacking hello (2.9) over (2.10) ...
            Setting up hello (2.9) ...
            """);

        var result = await RunAsync(new Apt { Upgrade = AptUpgrade.Dist });

        Assert.Equal((true, "other", "hello"), (result.Changed, Assert.Single(result.Removed), Assert.Single(result.Downgraded)));
        Assert.Equal(["linux-image-amd64", "nginx", "systemd"], result.HeldBack);
        Assert.Empty(result.Configured);
    }

    [Fact]
    public async Task An_announced_action_that_apt_did_not_do_does_not_count_as_a_change()
    {
        const string Announced = "The following NEW packages will be installed:\n  a b\n0 upgraded, 2 newly installed, 0 to remove and 0 not upgraded.\n";
        _home.Program("apt-get", "cat \"$HOME/output\"; cat \"$HOME/errors\" >&2; exit 100");
        _home.File("output", Announced);
        _home.File("errors", "E: Failed to fetch http://x/a.deb  Connection failed\n");
        var unfetched = await RunAsync(new Apt { Packages = ["a"] });
        _home.File("output", $"{Announced}Unpacking a (1.0) ...\nSetting up a (1.0) ...\nSetting up old (1.0) ...\n");
        _home.File(
            "errors",
            "dpkg: error processing package old (--configure):\n installed old package post-installation script subprocess returned error exit status 1\n" +
            "E: Sub-process /usr/bin/dpkg returned an error code (1)\n");
        var broken = await RunAsync(new Apt { Packages = ["a"] });

        Assert.Equal((true, false), (unfetched.Failed, unfetched.Changed));
        Assert.Empty(unfetched.Installed);
        Assert.Equal((true, true), (broken.Failed, broken.Changed));
        Assert.Equal("a", Assert.Single(broken.Installed));
        Assert.Empty(broken.Configured);
    }

    [Theory]
    [EachShell]
    public async Task A_lock_that_is_never_given_up_ends_it(string shell)
    {
        _home.Program("sleep", "");
        _home.File("update", "echo 'E: Could not get lock /l. It is held by process 1' >&2; exit 100");

        var result = await RunAsync(new Apt { UpdateCache = true, LockTimeout = TimeSpan.FromSeconds(3) }, shell);

        Assert.Equal("apt-get: Could not get lock /l. It is held by process 1 (rc 100)", result.Message);
        Assert.InRange(Calls().Length, 2, 4);
    }

    [Theory]
    [EachShell]
    public async Task A_package_that_does_not_exist_is_reported(string shell)
    {
        _home.Program("apt-get", "echo 'E: Unable to locate package nope' >&2; exit 100");

        var result = await RunAsync(new Apt { Packages = ["nope"], AutoRemove = true }, shell);

        Assert.Equal((true, "apt-get: Unable to locate package nope (rc 100)"), (result.Failed, result.Message));
    }

    [Fact]
    public async Task A_host_without_apt_is_reported()
    {
        _home.OnlyPrograms = true;
        File.Delete(_home["bin/apt-get"]);

        // The script looks where administrators' programs are, too; apt-get is in none of these.
        var result = await RunAsync(new Apt { UpdateCache = true }, "/bin/dash");

        Assert.Equal(
            (true, 127, "there is no apt-get on this host: Apt works only on Debian and its derivatives"), (result.Failed, result.Rc, result.Message));
    }

    [Fact]
    public void Invalid_settings_are_reported()
    {
        Told(new Apt(), "Apt has nothing to do: set Packages, Upgrade, UpdateCache or AutoRemove.");
        Told(new Apt { Packages = ["-o"] }, "Apt: '-o' is not a valid package name.");
        Told(new Apt { Packages = ["nginx-"] }, "Apt: 'nginx-' is not a valid package name.");
        Told(new Apt { Packages = ["a b"] }, "Apt: 'a b' is not a valid package name.");
        Told(new Apt { Packages = ["a;b"] }, "Apt: 'a;b' is not a valid package name.");
        Told(new Apt { UpdateCache = true, LockTimeout = TimeSpan.FromSeconds(-1) }, "Apt: LockTimeout and CacheValidTime must not be negative.");

        static void Told(Apt apt, string message) => Assert.Equal(message, Assert.Throws<FormatException>(() => apt.ScriptText).Message);
    }

    [Fact]
    public void A_job_that_reached_its_limit_has_failed_and_says_what_it_had_done()
    {
        var result = new Apt { Upgrade = AptUpgrade.Dist }.Parse(
            new ScriptOutcome
            {
                State = JobState.TimedOut,
                Reason = "limit of 5 s",
                Stdout = "2 upgraded, 0 newly installed, 0 to remove and 0 not upgraded.\n"
            });

        Assert.Equal((true, true, null, "timed out: limit of 5 s"), (result.Failed, result.Changed, result.Rc, result.Message));
    }

    public void Dispose() => _home.Dispose();

    private static async Task WaitAsync(Func<bool> condition)
    {
        for (var i = 0; i < 400 && !condition(); i++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.True(condition());
    }

    private string[] Calls() => File.ReadAllLines(_home["calls"]);

    private async Task<AptResult> RunAsync(Apt module, string shell = "dash")
    {
        await using var host = new TestHost(shell, _home);
        return await host.RunAsync(module);
    }
}

[Playbook("all")]
internal sealed partial record LongUpgrade(string Home, string Programs)
{
    public Apt Upgrade => new() { Upgrade = AptUpgrade.Yes, Env = new Dictionary<string, string> { ["HOME"] = Home, ["PATH"] = Programs } };
}
