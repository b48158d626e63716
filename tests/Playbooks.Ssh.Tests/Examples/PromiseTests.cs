using System.Globalization;
using Playbooks.Ssh.Tests.Hosts;
using Playbooks.Ssh.Tests.Jobs;

namespace Playbooks.Ssh.Tests.Examples;

/// <summary>What we promise of a backup that runs as a job.</summary>
public sealed class PromiseTests(Lab lab) : IClassFixture<Lab>
{
    private static readonly PlaybookFile _backup = PlaybookFile.Example("backup");

    [Fact]
    public async Task A_backup_of_20_seconds_with_a_poll_of_30_is_reported_within_a_second_of_its_end()
    {
        var load = new MachineLoad();
        Put("sleep 20; date +%s.%N >ended");

        var run = await _backup.RunAsync(lab, "-o", "json", "--script", "./backup.sh");

        var events = Events.Of(run.With(exitCode: 0));
        Assert.All(lab.Names, host =>
        {
            var reported = events.All("task.finished", "Backup").Single(one => Events.Text(one, "host") == host);
            var late = reported.GetProperty("at").GetDateTimeOffset() - Ended(host);
            Assert.InRange(late, TimeSpan.FromMilliseconds(-50), load.Most(TimeSpan.FromSeconds(1)));
        });
    }

    [Fact]
    public async Task A_job_runs_to_its_end_though_the_controller_is_killed()
    {
        Put("sleep 4; date +%s.%N >ended");
        using var running = _backup.Start(lab, "-o", "json", "--script", "./backup.sh");
        await Until.HoldsAsync(() => Events.Started(running.Stdout, "Backup") == lab.Names.Count);

        running.Kill();

        var killed = DateTimeOffset.UtcNow;
        await Until.HoldsAsync(() => lab.Names.All(host => File.Exists(EndedFile(host)) && new FileInfo(EndedFile(host)).Length > 0));
        Assert.All(lab.Names, host => Assert.True(Ended(host) > killed));
    }

    private void Put(string body)
    {
        foreach (var host in lab.Names)
        {
            File.Delete(EndedFile(host));
            Executable.Put(Path.Combine(lab.Home(host), "backup.sh"), body);
        }
    }

    private string EndedFile(string host) => Path.Combine(lab.Home(host), "ended");

    private DateTimeOffset Ended(string host) =>
        DateTimeOffset.UnixEpoch.AddSeconds(double.Parse(File.ReadAllText(EndedFile(host)), CultureInfo.InvariantCulture));
}
