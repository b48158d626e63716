using System.Diagnostics;
using Playbooks.Jobs;
using Playbooks.Ssh.Tests.Examples;
using Playbooks.Ssh.Tests.Hosts;

namespace Playbooks.Ssh.Tests.Jobs;

/// <summary>A host that cannot be reached for a while has not failed. Each test mends what it broke.</summary>
public sealed class UnreachableTests(Lab lab) : IClassFixture<Lab>
{
    private static readonly PlaybookFile _limited = PlaybookFile.Program("limited");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [Language("F39")]
    [InlineData("cut", "h1")]
    [InlineData("freeze", "h2")]
    [Behaviour("20", "6")]
    public async Task The_result_of_a_job_arrives_though_its_host_was_silent_for_many_polls(string how, string host)
    {
        await using var jobs = LabJobs.Of(lab, host);
        var job = await jobs.StartAsync("until [ -e ~/silent ]; do sleep 0.1; done; echo done; exit 5", limit: 60);
        var answers = new List<bool>();
        var waiting = jobs.Jobs.WaitAsync(job, TimeSpan.FromSeconds(2), answers.Add, Token);
        var clock = Stopwatch.StartNew();

        await lab.RunAsync(how, host);
        try
        {
            // The job ends in the silence, which is noticed, and outlasts several polls.
            await File.WriteAllTextAsync(lab.InHome(host, "silent"), "", Token);
            await Until.HoldsAsync(() => answers.Contains(false) && clock.Elapsed > TimeSpan.FromSeconds(15));
            Assert.False(waiting.IsCompleted);
        }
        finally
        {
            await lab.RunAsync("heal", host);
        }

        var end = await waiting.WaitAsync(LabJobs.Soon, Token);
        Assert.Equal((JobState.Failed, 5), (end.State, end.Rc));
        Assert.Equal("done\n", await jobs.StdoutAsync(job));
    }

    [Fact]
    [Language("F39")]
    public async Task A_host_that_does_not_answer_is_reported_long_before_its_next_poll()
    {
        await using var jobs = LabJobs.Of(lab, "h1");
        var job = await jobs.StartAsync("echo done", limit: 600);
        var answers = new List<bool>();

        await lab.RunAsync("cut", "h1");
        Task<JobEnd> waiting;
        try
        {
            waiting = jobs.Jobs.WaitAsync(job, TimeSpan.FromMinutes(5), answers.Add, Token);
            await Until.HoldsAsync(() => answers.Contains(false));
        }
        finally
        {
            await lab.RunAsync("heal", "h1");
        }

        Assert.Equal(JobState.Succeeded, (await waiting.WaitAsync(LabJobs.Soon, Token)).State);
    }

    [Fact]
    [Behaviour("43")]
    public async Task A_host_that_is_cut_off_past_the_limit_is_unreachable_and_its_job_can_be_asked_for_later()
    {
        await using var jobs = LabJobs.Of(lab, "h3");
        var job = await jobs.StartAsync("sleep 2; echo done", limit: 3, grace: 0);
        await lab.RunAsync("cut", "h3");
        try
        {
            var unreachable = await Assert.ThrowsAsync<UnreachableException>(() => jobs.EndAsync(job, poll: TimeSpan.FromSeconds(1)));

            Assert.Equal("h3", unreachable.Host);
            Assert.Contains(job.Id, unreachable.Message, StringComparison.Ordinal);
            Assert.Contains($"jobs show {job.Id}", unreachable.Message, StringComparison.Ordinal);
        }
        finally
        {
            await lab.RunAsync("heal", "h3");
        }

        await using var later = LabJobs.Of(lab, "h3");
        Assert.Equal(JobState.Succeeded, (await later.EndAsync(job)).State);
        Assert.Equal("done\n", await later.StdoutAsync(job));
    }

    [Fact]
    [Behaviour("G", "U3")]
    public async Task A_run_whose_host_is_cut_off_past_the_limit_ends_with_4_and_names_the_job()
    {
        foreach (var host in lab.Names)
        {
            Executable.Put(lab.InHome(host, "work.sh"), host == "h1" ? "sleep 600" : "echo done");
        }

        using var running = _limited.Start(lab, "-o", "json");
        await Until.HoldsAsync(() => Events.Started(running.Stdout, "Work") == lab.Names.Count);
        await lab.RunAsync("cut", "h1");
        try
        {
            var events = Events.Of((await running.EndAsync()).With(exitCode: 4));

            var lost = Assert.Single(events.All("host.unreachable"));
            Assert.Equal("h1", Events.Text(lost, "host"));
            var job = events.All("job.started", "Work").Single(one => Events.Text(one, "host") == "h1").GetProperty("job").GetProperty("id").GetString()!;
            Assert.Contains(job, lost.ToString(), StringComparison.Ordinal);
            Assert.All((string[])["h2", "h3"], host => Assert.Equal(["changed"], events.Outcomes("Work", host)));
        }
        finally
        {
            await lab.RunAsync("heal", "h1");
        }
    }

    [Fact]
    [Behaviour("U11", "G")]
    public async Task A_run_whose_host_is_rebooted_in_the_middle_ends_with_2_and_says_why()
    {
        foreach (var host in lab.Names)
        {
            Executable.Put(lab.InHome(host, "work.sh"), host == "h2" ? "sleep 600" : "echo done");
        }

        using var running = _limited.Start(lab, "-o", "json", "-l", "h2", "--slow");
        await Until.HoldsAsync(() => Events.Started(running.Stdout, "Long") == 1);

        await lab.RunAsync("reboot", "h2");

        var events = Events.Of((await running.EndAsync()).With(exitCode: 2));
        Assert.Equal(["failed"], events.Outcomes("Long", "h2"));
        Assert.Contains("rebooted", events.Result("Long", "h2").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Behaviour("U11")]
    public async Task A_job_whose_host_is_rebooted_is_started_again_where_the_task_asks_for_it()
    {
        Executable.Put(lab.InHome("h3", "work.sh"), "echo begun >>begun; [ -e second ] || sleep 600; echo done");
        using var running = PlaybookFile.Program("again").Start(lab, "-o", "json", "-l", "h3");
        await Until.HoldsAsync(() => lab.Lines("h3", "begun").Count == 1);
        await File.WriteAllTextAsync(lab.InHome("h3", "second"), "", Token);

        await lab.RunAsync("reboot", "h3");

        var events = Events.Of((await running.EndAsync()).With(exitCode: 0));
        Assert.Equal("done", events.Result("Work", "h3").GetProperty("stdout").GetString());
        Assert.Equal(["begun", "begun"], lab.Lines("h3", "begun"));
    }
}
