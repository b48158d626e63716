using System.Text.Json;
using Playbooks.Ssh.Tests.Examples;
using Playbooks.Ssh.Tests.Hosts;

namespace Playbooks.Ssh.Tests.Jobs;

/// <summary>What runs tell of their jobs, as users see it.</summary>
public sealed class BehaviourTests(Lab lab) : IClassFixture<Lab>
{
    [Fact]
    [Language("F7")]
    [Behaviour("1", "3", "9", "10", "11", "16", "28", "J", "U10", "U14")]
    public async Task A_job_returns_its_result_is_judged_when_it_is_joined_and_leaves_no_files()
    {
        var run = await PlaybookFile.Program("behaviours").RunAsync(lab, "-o", "json");

        var events = Events.Of(run.With(exitCode: 0));
        Assert.All(lab.Names, host =>
        {
            Assert.Equal("1 false noise last", events.Result("Use", host).GetProperty("stdout").GetString());
            var finished = events.All("job.finished", "Prepare").Single(one => Events.Text(one, "host") == host);
            Assert.Equal("changed", Events.Text(finished, "outcome"));
            var job = finished.GetProperty("job");
            Assert.Equal("failed", job.GetProperty("state").GetString());
            Assert.Equal(120, job.GetProperty("limit").GetInt32());
            Assert.Matches(@"\A\d{8}-\d{6}-\w{4}\.prepare\.[0-9a-f]{8}\z", job.GetProperty("id").GetString());
            var result = finished.GetProperty("result");
            Assert.Equal(
                (1, "noise\nlast", "trouble", true, false, false),
                (result.GetProperty("rc").GetInt32(), result.GetProperty("stdout").GetString(), result.GetProperty("stderr").GetString(),
                    result.GetProperty("changed").GetBoolean(), result.GetProperty("failed").GetBoolean(), result.GetProperty("timedOut").GetBoolean()));
            Assert.InRange(
                result.GetProperty("ended").GetDateTimeOffset() - result.GetProperty("started").GetDateTimeOffset(),
                TimeSpan.FromSeconds(0.01),
                TimeSpan.FromMinutes(2));
            Assert.InRange(result.GetProperty("duration").GetDouble(), 0.01, 120);
            Assert.Empty(lab.JobIds(host));
        });
    }

    [Fact]
    [Language("I2", "C10")]
    public async Task A_task_and_a_job_run_at_home_with_their_environment()
    {
        foreach (var host in lab.Names)
        {
            await File.WriteAllTextAsync(lab.InHome(host, "name"), host, TestContext.Current.CancellationToken);
        }

        var run = await PlaybookFile.Program("surroundings").RunAsync(lab, "-o", "json");

        var events = Events.Of(run.With(exitCode: 0));
        Assert.All(lab.Names, host => Assert.All(
            ["Here", "Sent", "Job"], task => Assert.Equal($"it's me\n{host}", events.Result(task, host).GetProperty("stdout").GetString())));
    }

    [Fact]
    [Behaviour("5", "22", "36", "B")]
    public async Task A_job_that_times_out_is_reported_with_its_id_and_a_skipped_job_is_not_an_error()
    {
        foreach (var host in lab.Names)
        {
            Executable.Put(lab.InHome(host, "work.sh"), "echo begun; sleep 600");
        }

        var run = await PlaybookFile.Program("limited").RunAsync(lab, "-o", "json");

        var events = Events.Of(run.With(exitCode: 2));
        Assert.All(lab.Names, host =>
        {
            var (started, finished) = (Only(events, "job.started", host), Only(events, "job.finished", host));
            Assert.Equal(started.GetProperty("job").GetProperty("id").GetString(), finished.GetProperty("job").GetProperty("id").GetString());
            Assert.Equal("timedOut", finished.GetProperty("job").GetProperty("state").GetString());
            Assert.Equal("failed", Events.Text(finished, "outcome"));
            var result = finished.GetProperty("result");
            Assert.True(result.GetProperty("timedOut").GetBoolean());
            Assert.Equal("begun", result.GetProperty("stdout").GetString());
            Assert.InRange(result.GetProperty("duration").GetDouble(), 3.9, 60);
        });

        foreach (var host in lab.Names)
        {
            Executable.Put(lab.InHome(host, "work.sh"), "exit 0");
        }

        events = Events.Of((await PlaybookFile.Program("limited").RunAsync(lab, "-o", "json", "--slow")).With(exitCode: 0));
        Assert.All(events.Outcomes("Work"), outcome => Assert.Equal("skipped", outcome));
        Assert.Equal(lab.Names.Count, events.Outcomes("Work").Count);
    }

    private static JsonElement Only(Events events, string kind, string host) =>
        events.All(kind, "Work").Single(one => Events.Text(one, "host") == host);
}
