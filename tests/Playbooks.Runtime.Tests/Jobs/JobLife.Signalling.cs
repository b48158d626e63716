using System.Diagnostics;
using System.Globalization;
using Playbooks.Jobs;

namespace Playbooks.Runtime.Tests.Jobs;

/// <content>Who gets a signal when it is ended, and who does not.</content>
public abstract partial class JobLife
{
    [JobLifeFact]
    public async Task A_search_for_what_a_lost_job_has_left_finds_neither_itself_nor_anybody()
    {
        var job = await StartAsync("exec sleep 957", limit: uniqueLimit);
        await UntilAsync(() => StateOf(job) == "running" && Sleeper(job) != 0 && Processes.Marked(job.Id).Count > 0);
        await KillSupervisorAsync(job);
        foreach (var process in Processes.Of(job.Id))
        {
            Processes.Kill(process);
        }

        await GoneAsync(job);
        await jobs.LookAsync(job, Cancel);
        var log = Path.Combine(host.Root, "pauses");
        host.Replace("sleep", $"echo \"$1\" >>{log}");

        Assert.Equal(JobState.Lost, (await jobs.CancelAsync(job, TimeSpan.FromSeconds(5), Cancel)).State);

        // The look before has them: a supervisor that is just dying has two seconds. Nobody is waited for after that.
        Assert.InRange((await File.ReadAllLinesAsync(log, Cancel)).Length, 1, 22);
    }

    [JobLifeFact]
    public async Task A_process_with_a_jobs_id_in_its_command_line_does_not_belong_to_the_job()
    {
        var job = await StartAsync("sleep 953", limit: uniqueLimit);
        await UntilAsync(() => StateOf(job) == "running");
        using var watcher = Process.Start("/bin/sh", ["-c", "sleep 300; :", $"playbooks-job:{job.Id}"]);
        await KillSupervisorAsync(job);

        Assert.Equal(JobState.Lost, (await jobs.CancelAsync(job, TimeSpan.Zero, Cancel)).State);

        Assert.False(watcher.HasExited);
        watcher.Kill(entireProcessTree: true);
        await GoneAsync(job);
    }

    [JobLifeFact]
    public async Task A_process_that_reuses_the_number_of_a_jobs_process_gets_no_signal()
    {
        var job = await StartAsync("exec sleep 952", limit: uniqueLimit);
        await UntilAsync(() => StateOf(job) == "running");
        using var bystander = Process.Start("sleep", "300");
        await KillSupervisorAsync(job);
        await RewriteAsync(job, $"\"child\":{StatusOf(job).GetProperty("child").GetInt32()},", $"\"child\":{bystander.Id},");
        await RewriteAsync(job, $"\"pid\":{StatusOf(job).GetProperty("pid").GetInt32()},", $"\"pid\":{bystander.Id},");

        Assert.Equal(JobState.Lost, (await jobs.CancelAsync(job, TimeSpan.Zero, Cancel)).State);

        Assert.False(bystander.HasExited);
        bystander.Kill();
        await GoneAsync(job);
    }

    [JobLifeFact]
    public async Task A_session_that_reuses_the_number_of_a_jobs_session_gets_no_signal()
    {
        var job = await StartAsync("exec sleep 951", limit: uniqueLimit);
        await UntilAsync(() => StateOf(job) == "running");
        var file = Path.Combine(host.Root, "bystander");
        using var leader = Process.Start("/usr/bin/setsid", ["/bin/sh", "-c", $"sleep 300 & echo $$ $! >{file}.new; mv {file}.new {file}"]);
        await leader.WaitForExitAsync(Cancel);
        var numbers = (await File.ReadAllTextAsync(file, Cancel)).Trim().Split(' ').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToList();
        await KillSupervisorAsync(job);
        await RewriteAsync(job, $"\"child\":{StatusOf(job).GetProperty("child").GetInt32()},", $"\"child\":{numbers[0]},");

        await jobs.CancelAsync(job, TimeSpan.Zero, Cancel);

        Assert.True(Processes.Runs(numbers[1]));
        Processes.Kill(numbers[1]);
        await GoneAsync(job);
    }

    [JobLifeFact]
    public async Task A_process_whose_name_reads_as_anothers_entry_gets_nobody_else_ended()
    {
        using var victim = Process.Start("sleep", "300");
        var job = await StartAsync($"/bin/dash -c 'printf \"\\n{victim.Id} (\" >/proc/self/comm; echo named; sleep 950; :' & wait", limit: uniqueLimit);
        await UntilAsync(() => File.ReadAllText(Path.Combine(job.Directory, "stdout")) == "named\n");

        Assert.Equal(JobState.Cancelled, (await jobs.CancelAsync(job, TimeSpan.FromSeconds(1), Cancel)).State);

        Assert.False(victim.HasExited);
        victim.Kill();
        await GoneAsync(job);
    }

    private static async Task RewriteAsync(JobHandle job, string what, string by)
    {
        var file = Path.Combine(job.Directory, "status.json");
        var status = await File.ReadAllTextAsync(file, Cancel);
        Assert.Contains(what, status, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, status.Replace(what, by, StringComparison.Ordinal), Cancel);
    }
}
