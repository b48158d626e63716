using System.Text.Json;
using Playbooks.Jobs;

namespace Playbooks.Runtime.Tests.Jobs;

/// <content>Its result.</content>
public abstract partial class JobLife
{
    [JobLifeFact]
    public async Task A_job_runs_and_its_result_is_found()
    {
        var job = await StartAsync("echo out; echo err >&2; sleep 0.1");

        Assert.Equal("here", job.Host);
        Assert.Equal(Environment.UserName, job.User);
        Assert.Equal(Path.Combine(host.JobsDirectory, job.Id), job.Directory);
        Assert.InRange(job.Started, DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddMinutes(1));

        var end = await EndAsync(job);

        Assert.Equal((JobState.Succeeded, 0, null, null), (end.State, end.Rc, end.Signal, end.Reason));
        Assert.InRange(end.Duration, TimeSpan.FromSeconds(0.1), Soon);
        Assert.Equal(job.Started, end.Started);
        Assert.Equal(new JobOutput("out\n", "err\n", false), await jobs.ReadAsync(job, 1000, Cancel));
        Assert.Equal((end.State, end), await Another().LookAsync(job, Cancel));
    }

    [JobLifeFact]
    public async Task The_status_is_one_line_of_json_with_all_that_is_known()
    {
        var job = await StartAsync("exit 3", task: "Say \"pid\":1, $HOME `id` \\n and ü");
        await EndAsync(job);

        var line = await File.ReadAllTextAsync(Path.Combine(job.Directory, "status.json"), Cancel);
        Assert.Equal(line.Length - 1, line.IndexOf('\n', StringComparison.Ordinal));
        using var status = JsonDocument.Parse(line);
        var root = status.RootElement;
        Assert.Equal(job.Id, root.GetProperty("id").GetString());
        Assert.Equal("failed", root.GetProperty("state").GetString());
        Assert.Equal("Nightly", root.GetProperty("playbook").GetString());
        Assert.Equal("Say \"pid\":1, $HOME `id` \\n and ü", root.GetProperty("task").GetString());
        Assert.Equal("run-1", root.GetProperty("run").GetString());
        Assert.Equal(60, root.GetProperty("limit").GetInt32());
        Assert.Equal(3, root.GetProperty("rc").GetInt32());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("signal").ValueKind);
        Assert.False(root.GetProperty("timedOut").GetBoolean());
        Assert.Equal(job.Started.ToUnixTimeSeconds(), root.GetProperty("started").GetInt64());
        Assert.InRange(root.GetProperty("finished").GetInt64(), job.Started.ToUnixTimeSeconds(), job.Started.ToUnixTimeSeconds() + 60);
        Assert.Equal((await File.ReadAllTextAsync("/proc/sys/kernel/random/boot_id", Cancel)).Trim(), root.GetProperty("boot").GetString());
    }

    [JobLifeFact]
    public async Task A_failing_job_keeps_its_exit_status()
    {
        var end = await EndAsync(await StartAsync("exit 3"));

        Assert.Equal((JobState.Failed, 3, null), (end.State, end.Rc, end.Signal));
    }

    [JobLifeTheory]
    [InlineData("KILL", 137)]
    [InlineData("TERM", 143)]
    [Behaviour("8")]
    public async Task A_job_ended_by_a_signal_says_which(string signal, int rc)
    {
        var end = await EndAsync(await StartAsync($"kill -{signal} $$"));

        Assert.Equal((JobState.Failed, rc, signal), (end.State, end.Rc, end.Signal));
    }

    [JobLifeFact]
    [Behaviour("34")]
    public async Task Every_job_is_a_fresh_process_tree()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            var job = await StartAsync("echo \"${LEFT-none} $PPID\"; LEFT=over; export LEFT; umask 0; cd /; sh -c 'echo $PLAYBOOKS_JOB'");
            await EndAsync(job);
            return (job.Id, Lines: (await jobs.ReadAsync(job, 100, Cancel)).Stdout.Split('\n'));
        }));

        Assert.All(all, job => Assert.StartsWith("none ", job.Lines[0], StringComparison.Ordinal));
        Assert.All(all, job => Assert.Equal(job.Id, job.Lines[1]));
        Assert.NotEqual(all[0].Lines[0], all[1].Lines[0]);
    }

    [JobLifeFact]
    public async Task An_exit_status_without_a_signal_names_no_signal()
    {
        var end = await EndAsync(await StartAsync("exit 255"));

        Assert.Equal((JobState.Failed, 255, null), (end.State, end.Rc, end.Signal));
    }

    [JobLifeFact]
    [Behaviour("9", "10", "11", "38")]
    public async Task Output_is_exact_and_its_tail_is_given()
    {
        var job = await StartAsync("""printf 'grüße, 世界\n\377\nno end'; printf 'x\n\n' >&2""");
        await EndAsync(job);

        Assert.Equal(new JobOutput("grüße, 世界\n\uFFFD\nno end", "x\n\n", false), await jobs.ReadAsync(job, 1000, Cancel));
        Assert.Equal(new JobOutput("no end", "x\n\n", true), await jobs.ReadAsync(job, 6, Cancel));
        Assert.Equal("\n\uFFFD\nno end", (await jobs.ReadAsync(job, 11, Cancel)).Stdout);
    }

    [JobLifeFact]
    public async Task A_job_runs_in_the_home_with_an_empty_input_and_the_users_mask()
    {
        var job = await StartAsync("cat; pwd; umask; echo $PLAYBOOKS_JOB");
        await EndAsync(job);

        var lines = (await jobs.ReadAsync(job, 1000, Cancel)).Stdout.Split('\n');
        Assert.Equal(host.Home, lines[0]);
        Assert.Equal("22", lines[1].TrimStart('0'));
        Assert.Equal(job.Id, lines[2]);
    }

    [JobLifeFact]
    public async Task A_job_holds_nothing_of_the_supervisor_open()
    {
        var job = await StartAsync("for n in 3 4 5 6 7 8 9; do [ ! -e /proc/$$/fd/$n ] || ls -l /proc/$$/fd/$n; done");
        await EndAsync(job);

        Assert.Equal("", (await jobs.ReadAsync(job, 10000, Cancel)).Stdout);
    }
}
