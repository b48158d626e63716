namespace Playbooks.Runtime.Tests.Jobs;

/// <content>What others see of it.</content>
public abstract partial class JobLife
{
    [JobLifeFact]
    public async Task Nobody_else_can_read_a_jobs_files()
    {
        var job = await StartAsync("sleep 996");
        await UntilAsync(() => StateOf(job) == "running");

        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(owner | UnixFileMode.UserExecute, File.GetUnixFileMode(host.JobsDirectory));
        Assert.Equal(owner | UnixFileMode.UserExecute, File.GetUnixFileMode(job.Directory));
        var files = Directory.EnumerateFiles(job.Directory).Where(file => new FileInfo(file).LinkTarget is null).ToList();
        Assert.Equal(["alive", "script", "status.json", "stderr", "stdout", "timer"], files.Select(Path.GetFileName).Order());
        Assert.All(files, file => Assert.Equal(owner, File.GetUnixFileMode(file)));
    }

    [JobLifeFact]
    public async Task Nothing_of_the_task_is_in_any_command_line()
    {
        const string secret = "hunter2-0f6e5a";
        var seen = new List<string>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var watching = Task.Run(
            () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    seen.AddRange(Processes.CommandLines().Where(line => line.Contains(secret, StringComparison.Ordinal)));
                }
            },
            Cancel);

        var spec = Spec($"sleep 0.3; echo {secret} $PASSWORD") with
        {
            Task = secret,
            Env = new Dictionary<string, string> { ["PASSWORD"] = secret + "'s" },
        };
        var job = await jobs.StartAsync(spec, Cancel);
        await EndAsync(job);
        var output = await jobs.ReadAsync(job, 1000, Cancel);
        await stop.CancelAsync();
        await watching;

        Assert.Equal($"{secret} {secret}'s\n", output.Stdout);
        Assert.Empty(seen);
    }
}
