using System.Globalization;
using System.Text;
using Playbooks.Jobs;
using Playbooks.Ssh.Tests.Connections;
using Playbooks.Ssh.Tests.Examples;
using Playbooks.Ssh.Tests.Hosts;

namespace Playbooks.Ssh.Tests.Jobs;

/// <summary>What jobs print, while they run.</summary>
public sealed class LiveOutputTests(Lab lab) : IClassFixture<Lab>, IAsyncLifetime
{
    private static readonly PlaybookFile _backup = PlaybookFile.Example("backup");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await lab.WipeAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    [Behaviour("U1", "U15", "30")]
    public async Task Lines_are_shown_as_they_come_behind_host_and_task_and_only_once()
    {
        Put("echo 'dumping ü'; printf 'half a '; while [ ! -e go ]; do sleep 0.1; done; echo line; printf 'no end' >&2");
        using var running = _backup.Start(lab, "-v", "--script", "./backup.sh");

        await Until.HoldsAsync(() => lab.Names.All(host => running.Stdout.Contains($"  {host}  Run the backup | dumping ü\n", StringComparison.Ordinal)));
        Assert.DoesNotContain("half", running.Stdout, StringComparison.Ordinal);
        foreach (var host in lab.Names)
        {
            await File.WriteAllTextAsync(Path.Combine(lab.Home(host), "go"), "", Token);
        }

        var shown = (await running.EndAsync()).With(exitCode: 0).Stdout;
        Assert.All(lab.Names, host =>
        {
            Assert.Contains($"  {host}  Run the backup | half a line\n", shown, StringComparison.Ordinal);
            Assert.Contains($"  {host}  Run the backup ! no end\n", shown, StringComparison.Ordinal);
        });
        Assert.DoesNotContain("stdout:", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("stderr:", shown, StringComparison.Ordinal);
    }

    [Fact]
    [Behaviour("20", "38")]
    public async Task Connections_that_are_dropped_while_a_job_is_followed_repeat_and_lose_nothing()
    {
        await using var connection = lab.Connect("h1");
        await using var jobs = new HostJobs(lab.Host("h1"), connection, null, TimeProvider.System);
        var job = await StartAsync(
            jobs, "i=0; while [ $i -lt 3000 ]; do printf 'line %d \\377\\n' $i; i=$((i + 1)); [ $((i % 10)) -gt 0 ] || sleep 0.02; done");
        using var heard = new MemoryStream();
        var followed = jobs.Follow(job, chunk =>
        {
            Assert.Equal(heard.Length, chunk.Offset);
            heard.Write(chunk.Bytes.Span);
        });
        var end = jobs.WaitAsync(job, TimeSpan.FromSeconds(5), null, Token);

        for (var drop = 0; drop < 4; drop++)
        {
            var before = heard.Length;
            await Until.HoldsAsync(() => heard.Length > before || end.IsCompleted);
            await lab.RunAsync("drop", "h1");
        }

        Assert.Equal(JobState.Succeeded, (await end).State);
        await followed.DrainAsync().WaitAsync(Token);
        Assert.Equal(
            string.Concat(Enumerable.Range(0, 3000).Select(i => string.Create(CultureInfo.InvariantCulture, $"line {i} \u00ff\n"))),
            Encoding.Latin1.GetString(heard.ToArray()));
    }

    [Fact]
    public async Task A_job_that_prints_a_gigabyte_is_shown_whole_in_little_memory()
    {
        // A normal run takes a quarter of it; what is kept whole would need more memory than this.
        var megabytes = Sample.Size(normal: 256, all: 1024);
        var bound = Sample.Size(normal: 200, all: 400);
        var size = megabytes * 1024L * 1024;
        Put($"yes '{new string('x', 127)}' | head -c {size}");
        const string Measured = """
            counted=$1; shift
            "$@" > >(grep -c ' | xxx' >"$counted") & program=$!
            while kill -0 $program; do grep VmHWM "/proc/$program/status"; sleep 0.1; done 2>/dev/null
            wait $program
            """;
        var counted = Path.Combine(lab.LocalHome, "counted");
        using var running = Running.Start(
            "bash",
            ["-c", Measured, "bash", counted, "dotnet", _backup.Built, .. lab.Options, "-v", "--limit", "h1", "--script", "./backup.sh"],
            new Dictionary<string, string> { ["HOME"] = lab.LocalHome },
            lab.LocalHome);

        var most = (await running.EndAsync(TimeSpan.FromMinutes(10))).With(exitCode: 0).Lines[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        await Until.HoldsAsync(() => new FileInfo(counted).Length > 0);
        Assert.Equal($"{size / 128}\n", await File.ReadAllTextAsync(counted, Token));
        TestContext.Current.SendDiagnosticMessage($"{megabytes} MiB were shown with at most {most} KiB.");
        Assert.InRange(int.Parse(most, CultureInfo.InvariantCulture), 1, bound * 1024);
    }

    private static Task<JobHandle> StartAsync(HostJobs jobs, string script) => jobs.StartAsync(
        new JobSpec(JobId.For("run-1", "Follow", "h1", null, 1), script, TimeSpan.FromSeconds(300)) { Playbook = "Live", Task = "Follow", Run = "run-1" },
        Token);

    private void Put(string body)
    {
        foreach (var host in lab.Names)
        {
            Executable.Put(Path.Combine(lab.Home(host), "backup.sh"), body);
        }
    }
}
