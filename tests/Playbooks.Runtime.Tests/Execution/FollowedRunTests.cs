using System.Text;
using Playbooks.Execution;
using Playbooks.Generated;

namespace Playbooks.Runtime.Tests.Execution;

/// <summary>Runs that tell what their jobs print.</summary>
[Collection(VirtualTimeTests.Name)]
public sealed class FollowedRunTests
{
    [Fact]
    [Behaviour("23", "38")]
    public async Task The_output_of_a_job_is_reported_before_its_end()
    {
        var hosts = new ScriptedHosts("h1").When("backup", stdout: "3 GB\n", seconds: 100);

        await hosts.RunAsync(new Polled(), Following);

        Assert.Equal(
            ["JobStarted", "JobLooked", "JobLooked", "JobLooked", "JobPrinted", "JobFinished"],
            hosts.Events.OfType<TaskEvent>().Select(told => told.GetType().Name).Where(name => name.StartsWith("Job", StringComparison.Ordinal)));
        var printed = Assert.Single(hosts.Events.OfType<JobPrinted>());
        Assert.Equal(("Backup", "h1", StreamName.Stdout, 0L), (printed.Task.Member, printed.Host.Name, printed.Stream, printed.Offset));
        Assert.Equal("3 GB\n", Encoding.UTF8.GetString(printed.Bytes.Span));
    }

    [Fact]
    public async Task No_output_is_reported_if_nobody_follows()
    {
        var hosts = new ScriptedHosts("h1").When("backup", stdout: "3 GB", seconds: 100);

        await hosts.RunAsync(new Polled());

        Assert.Empty(hosts.Events.OfType<JobPrinted>());
    }

    [Fact]
    [Behaviour("25", "U13")]
    public async Task The_output_of_a_NoLog_job_is_not_reported()
    {
        var hosts = new ScriptedHosts("h1").When("look", stdout: "hunter2", rc: 1).When("fetch", stdout: "hunter3", rc: 1);

        await hosts.RunAsync(new Quiet(), Following);

        Assert.Empty(hosts.Events.OfType<JobPrinted>());
    }

    [Fact]
    [Behaviour("38")]
    public async Task A_job_that_was_lost_is_read_to_its_last_byte_and_followed_anew_when_it_is_started_again()
    {
        var hosts = new ScriptedHosts("h1").Dying("build", times: 1, seconds: 100, stdout: "built\n");

        await hosts.RunAsync(new Rerunning(), Following);

        Assert.Equal(
            ["JobStarted", "JobPrinted", "JobRestarted", "JobPrinted", "JobFinished"],
            hosts.Events.OfType<TaskEvent>().Select(told => told.GetType().Name)
                .Where(name => name.StartsWith("Job", StringComparison.Ordinal) && name != nameof(JobLooked)));
        Assert.Equal(2, hosts.Events.OfType<JobPrinted>().Select(printed => printed.JobId).Distinct().Count());
    }

    [Fact]
    [Behaviour("23")]
    public void The_end_of_a_run_is_its_last_event_even_if_remaining_jobs_still_print()
    {
        var hosts = new ScriptedHosts("h1");
        var events = new EventStream(hosts, hosts.Time);

        events.Tell(new RunFinished([], 0));
        events.Tell(new TaskStarted(new TaskInfo("Left", "Command") { Name = "Left" }, new Host("h1")));

        Assert.IsType<RunFinished>(Assert.Single(hosts.Events));
    }

    private static RunOptions Following(RunOptions options) => options with { FollowJobs = true };
}
