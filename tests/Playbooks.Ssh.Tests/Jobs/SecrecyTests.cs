using System.Text.Json;
using Playbooks.Runtime.Tests.Jobs;
using Playbooks.Ssh.Tests.Examples;
using Playbooks.Ssh.Tests.Hosts;

namespace Playbooks.Ssh.Tests.Jobs;

/// <summary>What others on a host, and on the controller, see of a job.</summary>
[Behaviour("25", "U13")]
public sealed class SecrecyTests(Lab lab) : IClassFixture<Lab>
{
    private const string Secret = "hunter2-77f0c1";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_of_a_script_or_of_what_it_prints_is_ever_in_a_command_line()
    {
        await File.WriteAllTextAsync(Path.Combine(lab.LocalHome, "secret"), Secret, Token);
        var secretive = PlaybookFile.Program("secretive");
        await secretive.RunAsync(lab.LocalHome, "--help");
        var seen = new List<string>();
        var looks = 0;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var watching = Task.Factory.StartNew(
            () =>
            {
                for (; !stop.IsCancellationRequested; looks++)
                {
                    seen.AddRange(Processes.CommandLines().Where(line => line.Contains(Secret, StringComparison.Ordinal)));
                }
            },
            Token,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);

        var run = await secretive.RunAsync(lab, "-o", "json");

        await stop.CancelAsync();
        await watching;
        Assert.InRange(looks, 10, int.MaxValue);
        Assert.Empty(seen);
        var events = Events.Of(run.With(exitCode: 0));
        Assert.All(lab.Names, host => Assert.Equal($"{Secret} told", events.Result("Work", host).GetProperty("stdout").GetString()));
    }

    [Fact]
    [Language("C9")]
    public async Task A_secret_in_a_command_line_is_in_no_file_of_the_running_job_and_in_no_output()
    {
        await File.WriteAllTextAsync(Path.Combine(lab.LocalHome, "key"), $"{Secret}\n", Token);
        File.SetUnixFileMode(Path.Combine(lab.LocalHome, "key"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        using var running = PlaybookFile.Program("keyed").Start(lab, "-o", "json", "--key-file", Path.Combine(lab.LocalHome, "key"));
        await Until.HoldsAsync(() => lab.Names.All(host => File.Exists(lab.InHome(host, "held"))));

        var seen = Processes.CommandLines().Where(line => line.Contains(Secret, StringComparison.Ordinal)).ToList();
        var files = await Running.RunAsync("grep", ["-rlF", "-D", "skip", Secret[..^1], .. lab.Names.Select(host => lab.InHome(host, ".playbooks_async"))]);
        Assert.All(lab.Names, host => File.WriteAllText(lab.InHome(host, "go"), ""));
        var run = await running.EndAsync();

        Assert.Equal("", files.With(exitCode: 1).Stdout);
        Assert.Empty(seen);
        var events = Events.Of(run.With(exitCode: 0));
        Assert.All(lab.Names, host => Assert.Equal($"*** has {Secret.Length} letters", Events.Text(events.Result("Show", host), "message")));
        Assert.DoesNotContain(Secret, run.Stdout, StringComparison.Ordinal);
    }

    [Fact]
    [Language("A24", "I4")]
    public async Task Hidden_output_of_a_job_is_shown_nowhere_and_kept_on_the_host_only_during_the_wait()
    {
        var run = await PlaybookFile.Program("quiet").RunAsync(lab, "-o", "json", "-v", "-l", "h3");

        Assert.Contains("for all", run.With(exitCode: 0).Stdout, StringComparison.Ordinal);
        Assert.DoesNotContain("for nobody", run.Stdout, StringComparison.Ordinal);
        var jobs = Directory.EnumerateDirectories(lab.InHome("h3", ".playbooks_async"))
            .Select(job => JsonDocument.Parse(File.ReadAllText(Path.Combine(job, "status.json"))).RootElement)
            .Where(status => status.GetProperty("playbook").GetString() == "quiet");
        Assert.Equal(
            ["Around > Within True", "Attributed True", "Computed True", "Open False"],
            jobs.Select(status => $"{status.GetProperty("task").GetString()} {status.TryGetProperty("noLog", out _)}").Order());
    }

    [Fact]
    [Behaviour("2")]
    public async Task Only_its_user_may_enter_a_jobs_directory_or_read_its_files_whatever_the_mask_is()
    {
        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var jobs = LabJobs.Of(lab, "h2");
        var running = await jobs.StartAsync("umask 000; sleep 600");
        var ended = await jobs.StartAsync("umask 000; echo ended");
        await jobs.RunningAsync(running);
        await jobs.EndAsync(ended);

        Assert.Equal(owner | UnixFileMode.UserExecute, File.GetUnixFileMode(lab.InHome("h2", ".playbooks_async")));
        foreach (var job in (string[])[running.Id, ended.Id])
        {
            var directory = lab.InHome("h2", ".playbooks_async", job);
            Assert.Equal(owner | UnixFileMode.UserExecute, File.GetUnixFileMode(directory));
            Assert.All(
                Directory.EnumerateFiles(directory).Where(file => new FileInfo(file).LinkTarget is null),
                file => Assert.True(File.GetUnixFileMode(file) == owner, $"{file} is {File.GetUnixFileMode(file)}."));
        }

        await jobs.CancelAsync(running);
    }
}
