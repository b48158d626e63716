using System.Text;
using Playbooks.Jobs;
using Playbooks.Jobs.Following;
using Playbooks.Jobs.Scripts;
using Playbooks.Ssh.Tests.Connections;
using Playbooks.Ssh.Tests.Examples;
using Playbooks.Ssh.Tests.Hosts;

namespace Playbooks.Ssh.Tests.Jobs;

/// <summary><c>PROGRAM jobs</c> on real hosts, from another program than the one that started the jobs.</summary>
public sealed class JobsCommandTests(Lab lab) : IClassFixture<Lab>, IAsyncLifetime
{
    private static readonly PlaybookFile _program = PlaybookFile.Example("backup");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await lab.WipeAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    [Behaviour("39", "U2")]
    public async Task Jobs_of_a_killed_program_are_listed_waited_for_and_cancelled_on_all_hosts()
    {
        foreach (var host in lab.Names)
        {
            Executable.Put(Path.Combine(lab.Home(host), "backup.sh"), "while [ ! -e go ]; do sleep 0.1; done; echo done");
        }

        using (var run = _program.Start(lab, "-o", "json", "--script", "./backup.sh"))
        {
            await Until.HoldsAsync(() => Events.Started(run.Stdout, "Backup") == lab.Names.Count);
            run.Kill();
        }

        var listed = Events.Of((await JobsAsync("list", "-o", "json")).With(exitCode: 0)).All("job.listed");
        Assert.Equal(lab.Names, listed.Select(one => Events.Text(one, "host")).Order());
        Assert.All(listed, one => Assert.Equal(("running", "Run the backup"), (Events.Text(one.GetProperty("job"), "state"), Events.Text(one, "task"))));
        string Id(string host) => Events.Text(listed.Single(one => Events.Text(one, "host") == host).GetProperty("job"), "id")!;

        var cancelled = (await JobsAsync("cancel", Id("h1"))).With(exitCode: 0);
        await File.WriteAllTextAsync(Path.Combine(lab.Home("h2"), "go"), "", Token);
        var waited = (await JobsAsync("wait", Id("h2"), Id("h1"))).With(exitCode: 2);
        var tail = (await JobsAsync("tail", Id("h2"))).With(exitCode: 0);
        var left = Events.Of((await JobsAsync("list", "-o", "json")).With(exitCode: 0)).All("job.listed");

        Assert.Contains("cancelled", cancelled.Stdout, StringComparison.Ordinal);
        Assert.Contains($"h2  {Id("h2")}  succeeded", waited.Stdout, StringComparison.Ordinal);
        Assert.Equal("done\n", tail.Stdout);
        Assert.Equal(
            [("h1", "cancelled"), ("h2", "succeeded"), ("h3", "running")],
            left.Select(one => (Events.Text(one, "host"), Events.Text(one.GetProperty("job"), "state"))).Order());
        (await JobsAsync("cancel", Id("h3"))).With(exitCode: 0);
    }

    [Fact]
    [Behaviour("14")]
    public async Task Hosts_that_cannot_be_reached_are_reported_and_the_others_answer()
    {
        await using var jobs = LabJobs.Of(lab, "h1");
        var job = await jobs.StartAsync("exit 3");
        await jobs.EndAsync(job);
        await lab.RunAsync("stop", "h3");
        try
        {
            var list = (await JobsAsync("list")).With(exitCode: 4);
            var found = (await JobsAsync("show", job.Id)).With(exitCode: 0);
            var notFound = (await JobsAsync("show", "unknown")).With(exitCode: 4);

            Assert.Contains($"h1    {job.Id}  failed, rc 3", list.Stdout, StringComparison.Ordinal);
            Assert.Contains("h3 is unreachable: ", list.Stderr, StringComparison.Ordinal);
            Assert.Contains("state     failed, rc 3", found.Stdout, StringComparison.Ordinal);
            Assert.Equal("", notFound.Stdout);
            Assert.Contains("no job 'unknown' on the hosts that could be reached", notFound.Stderr, StringComparison.Ordinal);
        }
        finally
        {
            await lab.RunAsync("start", "h3");
        }
    }

    [Fact]
    [Behaviour("20", "U1")]
    public async Task Tail_survives_lost_connections_and_ends_with_the_job()
    {
        await using var jobs = LabJobs.Of(lab, "h1");
        var job = await jobs.StartAsync("i=0; while [ ! -e go ]; do echo $i; i=$((i + 1)); [ $((i % 20)) -gt 0 ] || sleep 0.1; done; echo end");
        using var tail = _program.Start(lab.LocalHome, ["jobs", "tail", job.Id, "-f", "-n", "all", .. lab.Options]);

        for (var drop = 0; drop < 3; drop++)
        {
            var before = tail.Stdout.Length;
            await Until.HoldsAsync(() => tail.Stdout.Length > before);
            await lab.RunAsync("drop", "h1");
        }

        await File.WriteAllTextAsync(Path.Combine(lab.Home("h1"), "go"), "", Token);
        var lines = (await tail.EndAsync()).With(exitCode: 0).Lines;
        Assert.Equal([.. Enumerable.Range(0, lines.Count - 1).Select(i => $"{i}"), "end"], lines);
    }

    [Fact]
    [Behaviour("U4", "H")]
    public async Task Jobs_of_other_users_are_found_in_a_directory_for_all_as_whom_they_are()
    {
        var shared = Path.Combine(lab.Tmp("h1"), "jobs");
        Directory.CreateDirectory(shared);
        File.SetUnixFileMode(shared, (UnixFileMode)0b1_111_111_111);
        await using var jobs = LabJobs.Of(lab, "h1", "/tmp/jobs");
        var own = await jobs.StartAsync("exit 0");
        var others = await jobs.StartAsync(LabJobs.Spec("sleep 300") with { User = "daemon" });

        var list = (await JobsAsync("list", "-l", "h1", "--async-dir", "/tmp/jobs")).With(exitCode: 0);
        var cancel = (await JobsAsync("cancel", others.Id, "--async-dir", "/tmp/jobs")).With(exitCode: 0);

        Assert.Matches($"{own.Id} .* {Lab.User}\n", list.Stdout);
        Assert.Matches($"{others.Id} .* daemon\n", list.Stdout);
        Assert.Contains("cancelled", cancel.Stdout, StringComparison.Ordinal);
    }

    [Fact]
    [Behaviour("F")]
    public async Task The_host_itself_rejects_an_invalid_job_id()
    {
        await using var jobs = LabJobs.Of(lab, "h1");
        var home = lab.Home("h1");
        Directory.CreateDirectory(Path.Combine(home, ".playbooks_async"));
        var victim = Directory.CreateDirectory(Path.Combine(home, "victim")).FullName;
        await File.WriteAllTextAsync(Path.Combine(victim, "stdout"), "secret\n", Token);
        var path = new JobHandle("../victim", "h1", Lab.User, "~/.playbooks_async/../victim", DateTimeOffset.UnixEpoch, TimeSpan.Zero);
        var heard = new StringBuilder();

        foreach (var script in new[]
        {
            JobScripts.Look(path), JobScripts.Read(path, 100), JobScripts.Cancel(path, TimeSpan.Zero), JobScripts.Remove(path), JobScripts.Size(path)
        })
        {
            var outcome = await jobs.Connection.RunAsync(script);
            Assert.Equal((64, ""), (outcome.Rc, outcome.Stdout));
        }

        var stream = new FollowedStream(new FollowedJob(path, chunk => heard.Append(Encoding.UTF8.GetString(chunk.Bytes.Span)), () => { }), StreamName.Stdout);
        var followed = await jobs.Connection.RunAsync(JobScripts.Follow(Path.Combine(home, ".playbooks_async"), "MARK", [stream]));
        Assert.DoesNotContain("secret", followed.Stdout, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(victim, "stdout")));
    }

    private Task<Ended> JobsAsync(string verb, params IEnumerable<string> arguments) =>
        _program.RunAsync(lab.LocalHome, ["jobs", verb, .. arguments, .. lab.Options]);
}
