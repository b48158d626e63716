using Playbooks.Jobs;
using Playbooks.Jobs.Finding;

namespace Playbooks.Runtime.Tests.Jobs;

/// <content>Finding jobs again, without whoever started them.</content>
public abstract partial class JobLife
{
    [JobLifeFact]
    [Behaviour("39", "41")]
    public async Task Jobs_are_found_with_their_states_and_all_that_is_known_of_them()
    {
        var running = await StartAsync("sleep 989", limit: 600, task: "Back \"up\", ü");
        var succeeded = await StartAsync("exit 0");
        var failed = await StartAsync("exit 7");
        var killed = await StartAsync("kill -KILL $$");
        var late = await StartAsync("sleep 988", limit: 1, grace: 0);
        foreach (var ended in new[] { succeeded, failed, killed, late })
        {
            await EndAsync(ended);
        }

        var lost = await StartAsync("sleep 987");
        await KillSupervisorAsync(lost);

        var found = (await SearchAsync()).Jobs.ToDictionary(job => job.Handle.Id);

        Assert.Equal(6, found.Count);
        var job = found[running.Id];
        Assert.Equal(
            (JobState.Running, "Nightly", "Back \"up\", ü", "run-1", TimeSpan.FromSeconds(600), running.Directory, Environment.UserName, running.Started),
            (job.State, job.Playbook, job.Task, job.Run, job.Handle.Limit, job.Handle.Directory, job.Handle.User, job.Handle.Started));
        Assert.InRange(job.Elapsed, TimeSpan.Zero, Soon);
        Assert.Equal((JobState.Succeeded, 0), (found[succeeded.Id].State, found[succeeded.Id].Rc));
        Assert.NotNull(found[succeeded.Id].Finished);
        Assert.Equal((JobState.Failed, 7), (found[failed.Id].State, found[failed.Id].Rc));
        Assert.Equal((JobState.Failed, "KILL"), (found[killed.Id].State, found[killed.Id].Signal));
        Assert.Equal((JobState.TimedOut, null), (found[late.Id].State, found[late.Id].Rc));
        Assert.Equal(JobState.Lost, found[lost.Id].State);
        Assert.Contains("killed", found[lost.Id].Reason, StringComparison.Ordinal);
    }

    [JobLifeFact]
    public async Task A_job_that_was_found_can_be_waited_for_and_cancelled()
    {
        await StartAsync("sleep 986");
        var found = Assert.Single((await SearchAsync()).Jobs);
        await using var others = Another();

        var cancelled = await others.CancelAsync(found.Handle, TimeSpan.Zero, Cancel);
        var end = await others.WaitAsync(found.Handle, RarePoll, null, Cancel).WaitAsync(Soon, Cancel);

        Assert.Equal((JobState.Cancelled, JobState.Cancelled), (cancelled.State, end.State));
    }

    [JobLifeFact]
    public async Task Only_jobs_are_found_and_none_where_there_is_no_directory()
    {
        Assert.Empty((await SearchAsync()).Jobs);
        var job = await StartAsync("exit 0");
        await EndAsync(job);
        Directory.CreateDirectory(Path.Combine(host.JobsDirectory, "foreign"));
        foreach (var (name, text) in new[]
        {
            ("broken", "no json"), ("un{related", "{}"), ("path", "{\"id\":\"../path\",\"state\":\"failed\"}"), ("list", "[1]")
        })
        {
            await File.WriteAllTextAsync(
                Path.Combine(Directory.CreateDirectory(Path.Combine(host.JobsDirectory, name)).FullName, "status.json"), text + "\n", Cancel);
        }

        Directory.CreateSymbolicLink(Path.Combine(host.JobsDirectory, "link"), job.Directory);

        Assert.Equal([job.Id], (await SearchAsync()).Jobs.Select(one => one.Handle.Id));
    }

    [JobLifeFact]
    public async Task Jobs_that_have_ended_cost_no_program_each()
    {
        for (var i = 0; i < 6; i++)
        {
            await EndAsync(await StartAsync("exit 0"));
        }

        host.IsNotRoot();
        var log = Path.Combine(host.Root, "tools");
        foreach (var tool in new[] { "ls", "cat", "tail", "sed", "grep", "tr", "date", "readlink", "sleep" })
        {
            host.Replace(tool, $"echo {tool} >>{log}; PATH=/usr/bin:/bin exec {tool} \"$@\"");
        }

        Assert.Equal(6, (await SearchAsync()).Jobs.Count);

        Assert.InRange((await File.ReadAllLinesAsync(log, Cancel)).Length, 1, 4);
    }

    [JobLifeFact]
    [Behaviour("U4", "H")]
    public async Task Jobs_that_were_started_as_another_user_are_looked_for_as_that_user()
    {
        var spec = Spec("exit 0");
        var job = await jobs.StartAsync(spec with { User = "ops" }, Cancel);
        await EndAsync(job);
        host.IsNotRoot();

        var found = await SearchAsync();

        Assert.Equal([null, "ops"], found.Users);
        Assert.Equal(job.Id, Assert.Single(found.Jobs).Handle.Id);
        var note = Path.Combine(host.JobsDirectory, ".users", "ops");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(note));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(note)!));
    }

    private Task<FoundJobs> SearchAsync() => new JobSearch(new Host("here"), host, JobsDirectory.Of(null), TimeProvider.System).FindAsync(also: null, Cancel);
}
