using Playbooks.Jobs;
using Playbooks.Runtime.Tests.Connections;
using Playbooks.Runtime.Tests.Jobs;

namespace Playbooks.Runtime.Tests.Attacks;

/// <summary>Nothing that a job writes removes its limit, or makes another end of its own.</summary>
[Needs("process")]
public sealed class OwnLimitTests : IDisposable
{
    /// <summary>What a job does, in its own directory, before it goes on for as long as it is let.</summary>
    private static readonly string[] _tricks =
    [
        "ln -s exited-0-5 verdict",
        "ln -s exited-99999999999-5 verdict",
        "ln -s lost-killed-5 verdict",
        "ln -s timedout verdict",
        "ln -s cancelled-99999999 verdict; echo >timer",
        "ln -s cancelled-99999999999999999999 verdict; echo >timer",
        "ln -s 'cancelled-a[$(touch ../ran)]' verdict; echo >timer",
        "mkdir verdict; echo >timer",
        "echo '1 1' >timer; echo 1 >timer",
        "rm timer alive; mkfifo timer alive",
        "rm -rf ../$PLAYBOOKS_JOB",
        "ln -s exited-0-5 verdict; kill -KILL $(sed 's/.*\"pid\":\\([0-9]*\\).*/\\1/' status.json)",
        "sed 's/running/succeeded/' status.json >new; mv new status.json",
        "echo '{\"id\":\"'$PLAYBOOKS_JOB'\",\"state\":\"running\",\"limit\":99999,\"grace\":99999,\"pid\":1,\"child\":1,\"childBorn\":\"1\",' >status.json",
    ];

    // Jobs are found by their ids, those of tests beside this one, too.
    private readonly string _id = Guid.NewGuid().ToString("N");
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("playbooks-limit-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [EachShell(AsPath = true)]
    public async Task Whatever_a_job_writes_it_is_ended_by_its_limit_and_its_grace(string shell)
    {
        await using var connection = Shells.Connect(shell);
        await using var jobs = new HostJobs(new Host("here"), connection, _directory.FullName, TimeProvider.System);

        // Each ignores TERM, so that the grace counts, too.
        var started = await Task.WhenAll(_tricks.Select((trick, n) => jobs.StartAsync(
            Spec($"{_id}{n}", $"trap '' TERM; cd {_directory.FullName}/$PLAYBOOKS_JOB; {trick}; cd ..; touch begun-{n}; while :; do sleep 1; done"), Token)));
        await Until(() => _tricks.Index().All(trick => File.Exists(Path.Join(_directory.FullName, $"begun-{trick.Index}"))));

        try
        {
            await Until(() => started.All(job => Processes.Marked(job.Id).Count == 0));
        }
        finally
        {
            started.SelectMany(job => Processes.Marked(job.Id)).ToList().ForEach(process => Processes.Signal(process, "KILL"));
        }

        Assert.False(File.Exists(Path.Join(_directory.FullName, "ran")));
    }

    [Theory]
    [EachShell(AsPath = true)]
    public async Task Whatever_a_job_writes_as_its_verdict_a_cancel_ends_it(string shell)
    {
        await using var connection = Shells.Connect(shell);
        await using var jobs = new HostJobs(new Host("here"), connection, _directory.FullName, TimeProvider.System);
        var tricks = _tricks
            .Where(trick => trick.Contains(" verdict", StringComparison.Ordinal) && !trick.Contains("KILL", StringComparison.Ordinal))
            .Append("mkfifo verdict")
            .ToList();

        var started = await Task.WhenAll(tricks.Select((trick, n) => jobs.StartAsync(
            Spec(
                $"{_id}{n}",
                $"trap '' TERM; cd {_directory.FullName}/$PLAYBOOKS_JOB; {trick}; cd ..; touch begun-{n}; while :; do sleep 1; done") with
                {
                    Limit = TimeSpan.FromHours(1)
                },
            Token)));
        await Until(() => tricks.Index().All(trick => File.Exists(Path.Join(_directory.FullName, $"begun-{trick.Index}"))));
        await Task.WhenAll(started.Select(job => jobs.CancelAsync(job, TimeSpan.FromSeconds(1), Token)));

        Assert.All(started, job => Assert.Empty(Processes.Marked(job.Id)));
    }

    /// <summary>The end of a job is what its supervisor has seen.</summary>
    [Theory]
    [EachShell(AsPath = true)]
    public async Task A_job_that_ends_has_its_own_end_whatever_it_wrote(string shell)
    {
        await using var connection = Shells.Connect(shell);
        await using var jobs = new HostJobs(new Host("here"), connection, _directory.FullName, TimeProvider.System);

        foreach (var (verdict, status, state) in new[]
        {
            ("exited-99999999999-5", 0, JobState.Succeeded), ("exited-0-5", 3, JobState.Failed), ("timedout", 0, JobState.Succeeded),
            ("lost-killed-5", 3, JobState.Failed),
        })
        {
            var job = await jobs.StartAsync(
                Spec(verdict, $"ln -s {verdict} {_directory.FullName}/$PLAYBOOKS_JOB/verdict; exit {status}"), Token);
            var end = await jobs.WaitAsync(job, TimeSpan.FromSeconds(1), looked: null, Token);

            Assert.Equal((state, status), (end.State, end.Rc));
        }
    }

    /// <summary>A process of the same user can end what keeps the limit. Then the job's own end says that it came too late.</summary>
    [Theory]
    [EachShell(AsPath = true)]
    public async Task A_job_that_ends_what_keeps_its_limit_has_not_succeeded_after_it(string shell)
    {
        await using var connection = Shells.Connect(shell);
        await using var jobs = new HostJobs(new Host("here"), connection, _directory.FullName, TimeProvider.System);

        // Who has the supervisor's mark, and is not the supervisor, is its watchdog.
        var job = await jobs.StartAsync(
            Spec(_id, $"""
                pid=$(sed 's/.*"pid":\([0-9]*\).*/\1/' {_directory.FullName}/{_id}/status.json)
                for p in $(ps -o pid= --ppid $pid); do [ $p = $$ ] || [ $p = $PPID ] || kill -KILL $p; done
                touch {_directory.FullName}/alone
                sleep 3
                """), Token);
        var end = await jobs.WaitAsync(job, TimeSpan.FromSeconds(1), looked: null, Token);

        Assert.True(File.Exists(Path.Join(_directory.FullName, "alone")));
        Assert.Equal((JobState.TimedOut, null), (end.State, end.Rc));
    }

    private static JobSpec Spec(string id, string script) =>
        new(id, script, TimeSpan.FromSeconds(2)) { Grace = TimeSpan.FromSeconds(1), Playbook = "p", Task = "t", Run = "r" };

    private static async Task Until(Func<bool> condition)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        while (!condition())
        {
            await Task.Delay(20, limit.Token);
        }
    }
}
