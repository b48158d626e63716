using System.Text.Json;
using Playbooks.Jobs;
using Playbooks.Ssh.Tests.Examples;
using Playbooks.Ssh.Tests.Hosts;

namespace Playbooks.Ssh.Tests.Jobs;

/// <summary>A job outlives its connection, its controller and all sessions of its host.</summary>
public sealed class OutliveTests(Lab lab) : IClassFixture<Lab>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Behaviour("20", "38")]
    public async Task A_job_whose_hosts_sessions_are_all_dropped_goes_on_and_who_waits_gets_its_result()
    {
        await using var jobs = LabJobs.Of(lab, "h1");
        var job = await jobs.StartAsync("until [ -e ~/go ]; do sleep 0.05; done; echo done; echo last >&2; exit 7");
        var waiting = jobs.EndAsync(job);

        await lab.RunAsync("drop", "h1");
        await lab.RunAsync("drop", "h1");
        await File.WriteAllTextAsync(lab.InHome("h1", "go"), "", Token);

        var end = await waiting;
        Assert.Equal((JobState.Failed, 7), (end.State, end.Rc));
        Assert.Equal(new JobOutput("done\n", "last\n", false), await jobs.Jobs.ReadAsync(job, 1000, Token));
    }

    [Fact]
    [Behaviour("39", "H", "U4")]
    public async Task A_job_whose_controller_was_killed_is_found_with_its_result_by_another()
    {
        foreach (var host in lab.Names)
        {
            Executable.Put(lab.InHome(host, "work.sh"), "until [ -e go-on ]; do sleep 0.05; done; echo done; exit 7");
        }

        IReadOnlyList<JsonElement> started;
        using (var running = PlaybookFile.Program("limited").Start(lab, "-o", "json", "--slow"))
        {
            await Until.HoldsAsync(() => Events.Started(running.Stdout, "Long") == lab.Names.Count);
            running.Kill();
            started = [.. running.Stdout.Split('\n')[..^1].Select(line => JsonElement.Parse(line)).Where(one => Events.Text(one, "event") == "job.started")];
        }

        await Task.WhenAll(started.Select(async one =>
        {
            var (host, id) = (Events.Text(one, "host")!, one.GetProperty("job").GetProperty("id").GetString()!);
            await using var another = LabJobs.Of(lab, host);
            var home = (await another.RunAsync("echo ~")).Trim();
            var job = new JobHandle(id, host, Lab.User, $"{home}/.playbooks_async/{id}", DateTimeOffset.UtcNow, TimeSpan.FromSeconds(300));
            Assert.Equal(JobState.Running, (await another.LookAsync(job)).State);
            await File.WriteAllTextAsync(lab.InHome(host, "go-on"), "", Token);

            var end = await another.EndAsync(job);

            Assert.Equal((JobState.Failed, 7), (end.State, end.Rc));
            Assert.Equal("done\n", await another.StdoutAsync(job));
        }));
    }

    [Fact]
    [Language("A5")]
    [Behaviour("39", "42")]
    public async Task A_named_job_is_found_again_by_a_second_run_after_the_first_was_killed()
    {
        Executable.Put(lab.InHome("h2", "work.sh"), "echo begun >>begun; until [ -e finish ]; do sleep 0.05; done; echo done");
        var again = PlaybookFile.Program("again");
        using (var first = again.Start(lab, "-o", "json", "-l", "h2", "--named"))
        {
            await Until.HoldsAsync(() => lab.Lines("h2", "begun").Count == 1);
            first.Kill();
        }

        using var second = again.Start(lab, "-o", "json", "-l", "h2", "--named");
        await Until.HoldsAsync(() => Events.Started(second.Stdout, "Nightly") == 1);
        await File.WriteAllTextAsync(lab.InHome("h2", "finish"), "", Token);

        var events = Events.Of((await second.EndAsync()).With(exitCode: 0));
        Assert.Equal("done", events.Result("Nightly", "h2").GetProperty("stdout").GetString());
        Assert.Equal(["begun"], lab.Lines("h2", "begun"));
    }

    [Fact]
    [Behaviour("39", "42", "U2")]
    public async Task After_Ctrl_C_a_named_job_runs_on_is_named_and_is_found_again_by_the_next_run()
    {
        Executable.Put(lab.InHome("h3", "work.sh"), "echo begun >>begun; until [ -e finish ]; do sleep 0.05; done; echo done");
        var again = PlaybookFile.Program("again");
        using (var first = again.Start(lab, "-o", "json", "-l", "h3", "--named"))
        {
            await Until.HoldsAsync(() => Events.Started(first.Stdout, "Nightly") == 1 && lab.Lines("h3", "begun").Count == 1);
            await first.InterruptAsync();
            var told = Events.Of((await first.EndAsync(TimeSpan.FromSeconds(30))).With(exitCode: 130));
            Assert.Equal("h3", Events.Text(Assert.Single(told.All("run.interrupted")[0].GetProperty("jobs").EnumerateArray()), "host"));
        }

        using var second = again.Start(lab, "-o", "json", "-l", "h3", "--named");
        await Until.HoldsAsync(() => Events.Started(second.Stdout, "Nightly") == 1);
        await File.WriteAllTextAsync(lab.InHome("h3", "finish"), "", Token);

        var events = Events.Of((await second.EndAsync()).With(exitCode: 0));
        Assert.True(events.All("job.started", "Nightly")[0].GetProperty("attached").GetBoolean());
        Assert.Equal("done", events.Result("Nightly", "h3").GetProperty("stdout").GetString());
        Assert.Equal(["begun"], lab.Lines("h3", "begun"));
    }
}
