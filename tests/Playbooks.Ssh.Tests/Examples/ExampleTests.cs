using System.Globalization;
using System.Text.Json;
using Playbooks.Ssh.Tests.Hosts;

namespace Playbooks.Ssh.Tests.Examples;

/// <summary>What every example does, wherever it runs: the same file, and nothing changed.</summary>
public abstract class ExampleTests(IHosts hosts) : IAsyncLifetime
{
    protected const string WorkDir = ".cache/playbooks-examples";

    public async ValueTask InitializeAsync() => await hosts.WipeAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Backup_leaves_an_archive_on_every_host()
    {
        PutData();

        var events = await RunAsync("backup", "--source", "data");

        Assert.All(hosts.Names, host =>
        {
            var archive = Assert.Single(Directory.GetFiles(On(host, WorkDir, "backups"), $"{host}-*Z.tar.gz"));
            Assert.True(File.Exists($"{archive}.cksum"));
            Assert.Contains(Path.GetFileName(archive), Message(events, "Show", host), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Backup_copies_its_script_only_once()
    {
        await RunAsync("backup");

        var events = await RunAsync("backup");

        Assert.All(events.Outcomes("Install"), outcome => Assert.Equal("ok", outcome));
    }

    [Fact]
    public async Task Fired_and_forgotten_a_job_runs_beside_a_deployment()
    {
        PutData();

        var events = await RunAsync("fire-and-forget", "--source", "data");

        Assert.All(hosts.Names, host =>
        {
            Assert.Equal(["data/one", "data/two"], File.ReadLines(On(host, WorkDir, "report.txt")).Select(line => line.Split(' ')[2]));
            Assert.Equal(File.ReadAllText(Repository.Path("examples", "files", "app.conf")), File.ReadAllText(On(host, WorkDir, "app", "app.conf")));
            Assert.True(File.GetUnixFileMode(On(host, WorkDir, "app", "app.sh")).HasFlag(UnixFileMode.UserExecute));
            Assert.Contains("2 files", Message(events, "Show", host), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Diagnose_examines_by_a_script_that_travels_and_brings_a_report_of_every_host()
    {
        var events = await RunAsync("diagnose");

        Assert.All(hosts.Names, host =>
        {
            var there = On(host, WorkDir, "diagnosis.txt");
            var here = Path.Combine(hosts.LocalHome, WorkDir, "diagnoses", host) + events.Result("Bring", host).GetProperty("source").GetString();
            Assert.EndsWith("\nend of the report\n", File.ReadAllText(here), StringComparison.Ordinal);
            Assert.Equal(File.ReadAllText(there), File.ReadAllText(here));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(here));
            Assert.Contains($", {Environment.ProcessorCount} processors: ", Message(events, "Show", host), StringComparison.Ordinal);
            Assert.Equal("end of the report", events.Result("Whole", host).GetProperty("line").GetString());
            Assert.EndsWith(
                " lines",
                Assert.Single(events.All("job.finished", "Examine"), end => Events.Text(end, "host") == host)
                    .GetProperty("result")
                    .GetProperty("stdout")
                    .GetString(),
                StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Parallel_backups_run_on_all_hosts_at_once()
    {
        PutScript("slow.sh", "sleep 2; echo slow");

        var events = await RunAsync("parallel-backups", "--script", "./slow.sh");

        var results = hosts.Names.Select(host => events.Result("Done", host)).ToArray();
        Assert.All(results, result => Assert.Equal("slow", result.GetProperty("stdout").GetString()));
        Assert.True(
            results.Max(result => result.GetProperty("started").GetDateTimeOffset()) <
            results.Min(result => result.GetProperty("ended").GetDateTimeOffset()));
    }

    [Fact]
    public async Task Upgrade_updates_nothing_where_no_package_is_named_and_says_so()
    {
        var events = await RunAsync("upgrade");

        Assert.All(events.Outcomes("Update"), outcome => Assert.Equal("skipped", outcome));
        Assert.All(events.Outcomes("RebootIfNeeded"), outcome => Assert.Equal("skipped", outcome));
        Assert.All(hosts.Names, host => Assert.Contains("--packages", Message(events, "NothingToDo", host), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Builds_run_side_by_side_and_the_migration_once()
    {
        var events = await RunAsync("builds");

        Assert.All(hosts.Names, host =>
        {
            Assert.True(File.Exists(On(host, WorkDir, "build", "frontend.tar.gz")));
            Assert.True(File.Exists(On(host, WorkDir, "build", "backend.tar.gz")));
            Assert.Equal(host == hosts.Names[0], File.Exists(On(host, WorkDir, "people.csv")));
            Assert.Contains("is at version 3", Message(events, "Done", host), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Failures_goes_on_after_a_success()
    {
        var events = await RunAsync("failures");

        Assert.All(events.Outcomes("HandleFailure"), outcome => Assert.Equal("skipped", outcome));
        Assert.All(hosts.Names, host => Assert.Equal("workers=4", events.Result("Proceed", host).GetProperty("stdout").GetString()));
    }

    [Fact]
    public async Task Failures_handles_a_failure()
    {
        var events = await RunAsync("failures", "--fail");

        Assert.All(events.Outcomes("Proceed"), outcome => Assert.Equal("skipped", outcome));
        Assert.All(hosts.Names, host =>
        {
            Assert.Equal(3, events.Result("Outcome", host).GetProperty("rc").GetInt32());
            Assert.Contains("do not hold", Message(events, "HandleFailure", host), StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData(false, "has workers=4")]
    [InlineData(true, "is back to workers=1")]
    public async Task Safe_change_ends_its_watchdog_and_mends_what_failed(bool fail, string shown)
    {
        var events = await RunAsync("safe-change", fail ? ["--fail"] : []);

        Assert.Equal(fail ? hosts.Names.Count : 0, events.All("host.rescued", "Change.Apply").Count);
        Assert.All(events.All("job.finished", "Change.Watch"), watch => Assert.Equal("cancelled", watch.GetProperty("job").GetProperty("state").GetString()));
        Assert.All(hosts.Names, host =>
        {
            Assert.Equal($"{host} {shown}", Message(events, "Show", host));
            Assert.True(File.Exists(On(host, WorkDir, "watched")));
            Assert.False(File.Exists(On(host, WorkDir, "settings.old")));
            Assert.Empty(States(host));
        });
    }

    [Fact]
    public async Task Network_change_is_confirmed_where_it_cuts_nobody_off()
    {
        var events = await RunAsync("network-change", "--undo", $"touch {WorkDir}/undone", "--seconds", "10");

        Assert.All(events.Outcomes("Confirm"), outcome => Assert.Equal("changed", outcome));
        await Until.HoldsAsync(() => hosts.Names.All(host => States(host).All(state => state == "succeeded")));
        Assert.All(hosts.Names, host => Assert.False(File.Exists(On(host, WorkDir, "undone"))));
    }

    [Fact]
    public async Task Rollout_reloads_once_where_something_is_new_and_leaves_its_warming_behind()
    {
        var events = await RunAsync("rollout", "--seconds", "3");
        var again = await RunAsync("rollout", "--seconds", "3");

        Assert.Equal(hosts.Names.Count, events.All("job.started", "Warm").Count);
        Assert.Empty(events.All("job.finished", "Warm"));
        Assert.Empty(again.All("task.started", "Reload"));
        Assert.Empty(again.All("task.started", "Warm"));
        Assert.All(hosts.Names, host => Assert.Equal(["1"], File.ReadLines(On(host, WorkDir, "reloads"))));
        await Until.HoldsAsync(() => hosts.Names.All(host => File.Exists(On(host, WorkDir, "warm"))));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Side_by_side_joins_what_runs_beside_or_ends_it(bool fail)
    {
        // A number of its own: the same test may run on other hosts beside this one.
        var seconds = 4210 + hosts.Names.Count;

        var events = await RunAsync("side-by-side", fail ? ["--fail", "--seconds", $"{seconds}"] : []);

        Assert.Empty(await ProcessList.LookFor($"sleep\0{seconds}").EndAsync());

        Assert.All(hosts.Names, host =>
        {
            Assert.False(File.Exists(On(host, WorkDir, "products.lock")), "It is unlocked whatever happened.");
            Assert.Equal(!fail, File.Exists(On(host, WorkDir, "products.built")));
            if (fail)
            {
                Assert.Equal(["Deploy"], File.ReadLines(On(host, WorkDir, "undone")));
                Assert.DoesNotContain("products.lock", events.Result("Undo", host).GetProperty("stdout").GetString(), StringComparison.Ordinal);
                Assert.Equal(["skipped"], events.Outcomes("Products.Build", host));
            }
            else
            {
                Assert.Equal("100 products are found", Message(events, "Show", host));
                Assert.True(File.Exists(On(host, WorkDir, "media.conf")));
                Assert.True(
                    long.Parse(File.ReadAllText(On(host, WorkDir, "deployed")), CultureInfo.InvariantCulture)
                    <= long.Parse(File.ReadAllText(On(host, WorkDir, "products.built")), CultureInfo.InvariantCulture));
            }
        });
    }

    [Fact]
    public async Task Copies_are_made_again_only_where_they_failed()
    {
        var events = await RunAsync("copies", "--parts", "north,south,east,west", "--broken", "south,west");

        Assert.Equal(hosts.Names.Count, events.All("host.rescued").Count);
        Assert.All(hosts.Names, host =>
        {
            Assert.Equal(["east", "north", "south", "west"], File.ReadLines(On(host, WorkDir, "copied")).Order());
            Assert.Equal(
                ["south", "west"],
                events.All("task.finished", "Again").Where(again => Events.Text(again, "host") == host).Select(again => Events.Text(again, "label")).Order());
        });
    }

    [Fact]
    public async Task Disk_space_is_asked_on_every_host_from_one()
    {
        var events = await RunAsync("disk-space");

        Assert.Equal(hosts.Names, events.All("job.started", "Looks").Select(job => Events.Text(job, "label")).Order());
        Assert.All(events.All("job.started", "Looks"), job => Assert.Equal(hosts.Names[0], Events.Text(job, "host")));
        var shown = Message(events, "Show", hosts.Names[0]);
        Assert.All(hosts.Names, host => Assert.Matches($"{host} has [0-9]+ KiB", shown));
        Assert.All(hosts.Names, host => Assert.Empty(States(host)));
    }

    [Fact]
    public async Task Replicas_and_the_primary_have_jobs_of_their_own_and_one_join()
    {
        var events = await RunAsync("replicas", "--primary", hosts.Names[^1]);

        Assert.Equal([hosts.Names[^1]], events.All("job.started", "Dump").Select(job => Events.Text(job, "host")));
        Assert.Equal(hosts.Names.SkipLast(1), events.All("job.started", "MakeRoom").Select(job => Events.Text(job, "host")).Order());
        Assert.Equal(
            $"100 rows of {hosts.Names[^1]} for {hosts.Names.Count - 1} replicas",
            Message(events, "Ready", hosts.Names[0]));
    }

    [Theory]
    [InlineData(false, "wrote 3 rows")]
    [InlineData(true, "would write 3 rows")]
    public async Task Dry_run_is_a_job_or_runs_in_the_foreground(bool check, string shown)
    {
        var events = await RunAsync("dry-run", check ? ["--check"] : []);

        Assert.Equal(check ? 0 : hosts.Names.Count, events.All("job.started", "Migrate").Count);
        Assert.All(hosts.Names, host =>
        {
            Assert.StartsWith(shown, Message(events, "Show", host), StringComparison.Ordinal);
            Assert.Equal(!check, File.Exists(On(host, WorkDir, "rows.csv")));
        });
    }

    [Fact]
    public async Task Long_build_shows_its_lines_before_its_end()
    {
        using var running = PlaybookFile.Example("long-build").Start(hosts, "-o", "json", "-v", "--steps", "2", "--seconds", "5");

        await Until.HoldsAsync(() => hosts.Names.All(host => Printed(running, host).Contains("step 1 of 2", StringComparison.Ordinal)));
        Assert.All(hosts.Names, host => Assert.DoesNotContain("step 2 of 2", Printed(running, host), StringComparison.Ordinal));

        var events = Events.Of((await running.EndAsync()).With(exitCode: 0));
        Assert.All(events.All("job.started", "Build"), job => Assert.Equal(14400, job.GetProperty("job").GetProperty("limit").GetDouble()));
        Assert.All(hosts.Names, host => Assert.StartsWith("built in 2 steps", Message(events, "Show", host), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Site_runs_its_playbooks_one_after_the_other()
    {
        var events = await RunAsync("site", "--release", "2");

        Assert.Equal(["Bring", "Switch", "Look"], events.All("play.started").Select(play => Events.Text(play, "play")));
        Assert.All(hosts.Names, host =>
        {
            Assert.Equal(["2"], File.ReadLines(On(host, WorkDir, "switched")));
            Assert.Equal($"{host} runs what was brought to {host}", Message(events, "Look.Show", host));
        });
    }

    [Fact]
    public async Task Timings_run_tasks_of_every_length()
    {
        PutData();

        var events = await RunAsync("timings", "--source", "data");

        Assert.All(hosts.Names, host =>
        {
            Assert.True(File.Exists(On(host, WorkDir, "people.csv")));
            Assert.Equal(4, Message(events, "Show", host).Split(',').Length);
        });
    }

    [Fact]
    public async Task Clean_up_removes_what_a_killed_run_left()
    {
        PutScript("short.sh", "sleep 1");
        using (var running = PlaybookFile.Example("backup").Start(hosts, "-o", "json", "--script", "./short.sh"))
        {
            await Until.HoldsAsync(() => Events.Started(running.Stdout, "Backup") == hosts.Names.Count);
            running.Kill();
        }

        await Until.HoldsAsync(() => hosts.Names.All(host => States(host).All(state => state == "succeeded")));
        Assert.All(hosts.Names, host => Assert.NotEmpty(States(host)));

        await RunAsync("clean-up", "--days", "0");

        Assert.All(hosts.Names, host => Assert.Empty(States(host)));
    }

    [Fact]
    public async Task The_last_lines_are_a_recap_of_every_host()
    {
        var ended = await PlaybookFile.Example("builds").RunAsync(hosts, "-o", "plain");

        var recap = ended.With(exitCode: 0).Lines.TakeLast(hosts.Names.Count + 1).ToArray();
        Assert.Equal(["host", "ok", "changed", "unreachable", "failed", "skipped", "rescued", "ignored"], Words(recap[0]));
        Assert.All(hosts.Names.Zip(recap[1..]), pair =>
        {
            var words = Words(pair.Second);
            Assert.Equal(pair.First, words[0]);
            Assert.NotEqual("0", words[1]);
            Assert.Equal(["0", "0"], words[3..5]);
        });

        static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private protected async Task<Events> RunAsync(string example, params string[] options) =>
        Events.Of((await PlaybookFile.Example(example).RunAsync(hosts, ["-o", "json", .. options])).With(exitCode: 0));

    /// <summary>What a host's job has printed, by what a run has told so far.</summary>
    private static string Printed(Running running, string host) => string.Concat(running.Stdout.Split('\n')[..^1]
        .Select(line => JsonElement.Parse(line))
        .Where(one => Events.Text(one, "event") == "job.output" && Events.Text(one, "host") == host)
        .Select(one => Events.Text(one, "text")));

    private string On(string host, params string[] path) => Path.Combine([hosts.Home(host), .. path]);

    private static string Message(Events events, string task, string host) => Events.Text(events.Result(task, host), "message") ?? "";

    private void PutData()
    {
        foreach (var host in hosts.Names)
        {
            var data = Directory.CreateDirectory(On(host, "data")).FullName;
            File.WriteAllText(Path.Combine(data, "one"), "1");
            File.WriteAllText(Path.Combine(data, "two"), "2");
        }
    }

    private void PutScript(string name, string body)
    {
        foreach (var host in hosts.Names)
        {
            Executable.Put(On(host, name), body);
        }
    }

    private IEnumerable<string?> States(string host)
    {
        var jobs = On(host, ".playbooks_async");
        return Directory.Exists(jobs)
            ? [.. Directory.GetDirectories(jobs).Select(job => Events.Text(
                JsonElement.Parse(File.ReadAllText(Path.Combine(job, "status.json"))), "state"))]
            : [];
    }
}
