using System.Collections.Concurrent;
using System.Reflection;
using Playbooks.Execution.Effects;
using Playbooks.Jobs;

namespace Playbooks.Runtime.Tests.Execution;

/// <summary>The items of a <c>[Parallel]</c> loop that run at once, above all blocks.</summary>
[Collection(VirtualTimeTests.Name)]
public sealed class BlocksSideBySideTests
{
    [Fact]
    [Language("A20", "F14", "F42")]
    public async Task Six_run_at_once_and_the_results_are_in_the_order_of_the_items()
    {
        var hosts = new ScriptedHosts("h1").When("beside", seconds: 1);
        for (var number = 0; number < 8; number++)
        {
            hosts.When($"work {number}", stdout: $"r{number}", seconds: 40 - number);
        }

        var report = await hosts.RunAsync(new ManyParts(8));

        // The first ends at 35, the sixth; the seventh and eighth begin then and at 36.
        Assert.Equal([0, 0, 0, 0, 0, 0, 35, 36], Starts(hosts, "Work"));
        Assert.Equal("r0,r1,r2,r3,r4,r5,r6,r7", report["h1"].Results!.Show!.Text);
        Assert.Equal((69, 26), (hosts.Time.Seconds, report["h1"].Counts.Ok));
    }

    [Fact]
    [Language("A20")]
    public async Task As_many_run_at_once_as_Max_says_and_modules_one_after_the_other_without_it()
    {
        var hosts = new ScriptedHosts("h1").When("work", seconds: 10);

        await hosts.RunAsync(new BoundedBeside());

        Assert.Equal([0, 0, 10, 10], Starts(hosts, "Work", "Blocks"));
        Assert.Equal([0, 10, 20, 30], Starts(hosts, "Work", "One"));
        Assert.Equal([0, 0, 10, 10], Starts(hosts, "Modules"));
        Assert.Equal([0, 10, 20, 30], Starts(hosts, "InOrder"));
    }

    [Fact]
    [Language("F42")]
    public async Task One_that_fails_lets_the_others_end_and_then_the_loop_has_failed_once()
    {
        var hosts = new ScriptedHosts("h1")
            .When("work 1", rc: 1, seconds: 9)
            .When("done 2", rc: 2, seconds: 3)
            .When("work 3", seconds: 20)
            .When("work 6", seconds: 20);

        var report = await hosts.RunAsync(new ManyParts(7));

        Assert.Equal(["h1 mend Parts.1.Work,Parts.2.Done"], hosts.Log.Where(line => line.Contains("mend", StringComparison.Ordinal)));
        Assert.Equal(
            Enumerable.Range(0, 7).Select(number => $"h1 clean {number}{number switch { 1 => " Work", 2 => " Done", _ => "" }}"),
            Lines(hosts, "clean").Order());
        Assert.Contains("h1 work 3 done", hosts.Log);
        Assert.Equal("Parts (item 2) > Work", Assert.Single(hosts.Finished, finished => finished.Task.Path == "Parts.1.Work").Task.Name);
        Assert.Equal((0, 2, 0), (report["h1"].Counts.Failed, report["h1"].Counts.Rescued, report.ExitCode));
    }

    [Fact]
    public async Task Each_has_its_own_rescue_retries_and_jobs_whose_ids_and_keys_are_its_own()
    {
        var hosts = new ScriptedHosts("h1").When("try b", rc: 1, seconds: 2).When("watch", seconds: 30).When("copy", seconds: 10);
        var ids = new ConcurrentBag<EffectId>();
        var jobs = new ConcurrentDictionary<string, JobSpec>();

        var report = await hosts.RunAsync(new MendedParts(), options => options with
        {
            Effects = new SeenEffects(options.Effects, ids),
            Jobs = (host, connection, _) => SeenJobs.Of(options.Jobs(host, connection, options), jobs),
        });

        var results = report["h1"].Results!;
        Assert.Equal(["", "0", ""], results.Parts.Select(part => $"{part.Mend?.Rc}"));
        Assert.Equal([0, 0], results.Parts.Where(part => part.Mend is null).Select(part => part.Watch!.Rc));
        Assert.Equal(["h1 mend b Try"], Lines(hosts, "mend"));
        Assert.Equal(["h1 cancel watch b"], Lines(hosts, "cancel"));
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(
            [
                "After.0.Copies copy.0.0", "After.0.Watch watch.0", "Parts.0.Copies copy.0.0", "Parts.0.Watch watch.0", "Parts.1.Watch watch.1",
                "Parts.2.Copies copy.2.0", "Parts.2.Watch watch.2"
            ],
            hosts.Events.OfType<JobStarted>().Select(started => $"{started.Task.Path} {jobs[started.Job.Id].Key}").Order(StringComparer.Ordinal));
        Assert.Equal((1, 0), (report["h1"].Counts.Rescued, report.ExitCode));
    }

    [Fact]
    public async Task When_the_block_around_them_fails_they_clean_up_at_once_and_no_other_begins()
    {
        var hosts = new ScriptedHosts("h1").When("work", seconds: 900).When("beside", rc: 4, seconds: 2).When("clean", seconds: 7);

        await hosts.RunAsync(new ManyParts(8));

        Assert.Equal(["h1 work 0", "h1 work 1", "h1 work 2", "h1 work 3", "h1 work 4", "h1 work 5"], Lines(hosts, "work").Order());
        Assert.Equal(6, Lines(hosts, "clean").Count(line => line.EndsWith("done", StringComparison.Ordinal)));
        Assert.Equal(("h1 mend Beside", 9), (hosts.Log.Last(), hosts.Time.Seconds));
    }

    [Fact]
    public async Task Those_within_others_are_ended_with_them_before_these_clean_up()
    {
        var hosts = new ScriptedHosts("h1").When("work", seconds: 900).When("beside", rc: 1, seconds: 2);

        await hosts.RunAsync(new Wholes());

        var cleaned = Lines(hosts, "cl");
        Assert.Equal(["h1 clean 10 Work", "h1 clean 11 Work", "h1 clean 20 Work", "h1 clean 21 Work", "h1 close 1", "h1 close 2"], cleaned.Order());
        Assert.All([1, 2], number => Assert.InRange(cleaned.IndexOf($"h1 close {number}"), cleaned.IndexOf($"h1 clean {number}1 Work") + 1, cleaned.Count));
        Assert.Equal(("h1 mend Beside", 2), (hosts.Log.Last(), hosts.Time.Seconds));
    }

    [Fact]
    public async Task The_failures_of_those_within_others_are_all_told()
    {
        var hosts = new ScriptedHosts("h1").When("work 11", rc: 1, seconds: 5).When("work 20", rc: 1, seconds: 1);

        await hosts.RunAsync(new Wholes());

        Assert.Contains("h1 mend All.0.Parts.1.Work,All.1.Parts.0.Work", hosts.Log);
    }

    [Fact]
    public async Task An_interruption_ends_all_and_cleans_up_nowhere()
    {
        var hosts = new ScriptedHosts("h1").When("work", seconds: 900);

        await hosts.RunAndInterruptAsync(new ManyParts(8), seconds: 10);

        Assert.Equal(6, Lines(hosts, "work").Count(line => !line.EndsWith("done", StringComparison.Ordinal)));
        Assert.Empty(Lines(hosts, "clean"));
    }

    [Fact]
    [Language("F42")]
    public async Task Where_the_host_is_lost_in_one_the_others_end_and_no_further_one_begins()
    {
        var hosts = new ScriptedHosts("h1", "h2")
            .When("work", seconds: 20)
            .When("work 0", rc: 3, seconds: 1, host: "h1")
            .When("work 1", seconds: 5)
            .When("done 1", host: "h1", unreachable: true);

        var report = await hosts.RunAsync(new ManyParts(9));

        var lost = Assert.IsType<UnreachableException>(report["h1"].Failure);
        Assert.Equal((6, 40), (report.ExitCode, hosts.Time.Seconds));
        Assert.Equal("Parts.0.Work", Assert.Single(lost.Others, other => other.Task.Member == "Work").Task.Path);
        Assert.Equal(
            [
                "h1 clean 0 Work", "h1 clean 1 Done", "h1 clean 2", "h1 clean 3", "h1 clean 4", "h1 clean 5",
                .. Enumerable.Range(0, 9).Select(number => $"h2 clean {number}")
            ],
            Lines(hosts, "clean").Order());
        Assert.Single(hosts.Events.OfType<HostUnreachable>());
    }

    [Fact]
    [Language("F42")]
    public async Task Hosts_meet_in_each_and_none_waits_for_one_that_has_fewer()
    {
        var hosts = new ScriptedHosts("h1 parts=3", "h2 parts=1", "h3 parts=2").When("measure", seconds: 10).When("measure 0 h2", seconds: 30);

        var report = await hosts.RunAsync(new Meetings());

        Assert.Equal(["h1 once 0", "h1 once 1", "h1 once 2"], Lines(hosts, "once").Order());
        Assert.Equal(
            ["h1 tell 0 of 3", "h1 tell 1 of 2", "h1 tell 2 of 1", "h2 tell 0 of 3", "h3 tell 0 of 3", "h3 tell 1 of 2"], Lines(hosts, "tell").Order());

        Assert.All(hosts.Finished.Where(finished => finished.Task.Member == "Once"), finished => Assert.Equal(hosts.Events.First().At, finished.At));

        // One at a time, in whichever part: 5 of 10 s and one of 30 s.
        Assert.Equal((80, 0), (hosts.Time.Seconds, report.ExitCode));
    }

    [Fact]
    [Language("F42")]
    public async Task The_failure_of_one_stops_other_hosts_when_all_on_its_host_have_ended()
    {
        var hosts = new ScriptedHosts("h1", "h2")
            .When("work", seconds: 10)
            .When("work 0", rc: 1, seconds: 5, host: "h1")
            .When("work 0", seconds: 30, host: "h2")
            .When("done", seconds: 10);

        var report = await hosts.RunAsync(new FatalParts());

        Assert.Equal(["h1 done 1", "h1 done 1 done", "h2 done 1", "h2 done 1 done"], Lines(hosts, "done").Order());
        Assert.Equal("Parts.0.Work", Assert.IsType<TaskFailedException>(report["h1"].Failure).Task.Path);
        Assert.EndsWith("not run: h1 failed, and AnyErrorsFatal stops all hosts after a failure", report["h2"].Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facts_are_asked_for_once_and_each_has_its_handlers_which_run_in_the_order_of_the_items()
    {
        var hosts = new ScriptedHosts("h1")
            .When("uname", stdout: "system=Linux\nkernel=6\nhome=/\n", seconds: 3)
            .When("config a", seconds: 20)
            .When("config b", seconds: 10);

        await hosts.RunAsync(new TellingParts(), options => options with { Effects = new AskedFacts(options.Effects) });

        // Its begin and its end.
        Assert.Equal(2, hosts.Log.Count(line => line.Contains("uname", StringComparison.Ordinal)));
        Assert.Equal(["h1 restart a", "h1 restart b", "h1 restart c"], hosts.Log.TakeLast(3));
        Assert.Contains("h1 config c 6", hosts.Log);
    }

    [Fact]
    public async Task In_check_mode_each_says_what_it_would_do()
    {
        var hosts = new ScriptedHosts("h1");

        var report = await hosts.RunAsync(new ManyParts(3), options => options with { CheckMode = true });

        Assert.Empty(hosts.Log);
        Assert.Equal((10, 0), (report["h1"].Counts.Skipped, report.ExitCode));
    }

    private static List<string> Lines(ScriptedHosts hosts, string word) =>
        [.. hosts.Log.Where(line => line.Split(' ')[1].StartsWith(word, StringComparison.Ordinal))];

    private static IEnumerable<double> Starts(ScriptedHosts hosts, string member, string loop = "") =>
        from started in hosts.Events.OfType<TaskStarted>()
        where started.Task.Member == member && started.Task.Path.StartsWith(loop, StringComparison.Ordinal)
        select (started.At - hosts.Events.First().At).TotalSeconds;

    /// <summary>The jobs of a host, of which it is seen what they are started as.</summary>
    public class SeenJobs : DispatchProxy
    {
        private IHostJobs _jobs = null!;
        private ConcurrentDictionary<string, JobSpec> _seen = null!;

        internal static IHostJobs Of(IHostJobs jobs, ConcurrentDictionary<string, JobSpec> seen)
        {
            var proxy = Create<IHostJobs, SeenJobs>();
            ((SeenJobs)(object)proxy)._jobs = jobs;
            ((SeenJobs)(object)proxy)._seen = seen;
            return proxy;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (args is [JobSpec job, ..])
            {
                _seen[job.Id] = job;
            }

            return targetMethod!.Invoke(_jobs, args);
        }
    }
}
