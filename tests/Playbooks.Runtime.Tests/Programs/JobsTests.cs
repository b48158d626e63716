using System.Diagnostics;
using System.Text.Json;
using Playbooks.Connections;
using Playbooks.Jobs;

namespace Playbooks.Runtime.Tests.Programs;

/// <summary><c>PROGRAM jobs</c>, with real jobs of this machine. Their ids are short, and the same in several tests: these take turns.</summary>
[Needs("process")]
public sealed class JobsTests : IAsyncLifetime
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    private static readonly SemaphoreSlim _turn = new(1);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("playbooks-jobs-");
    private readonly IHostConnection _connection = new Connector(new ConnectionOptions(), TimeProvider.System).Connect(new Host("localhost"));
    private readonly HostJobs _jobs;
    private readonly List<JobHandle> _started = [];

    public JobsTests() => _jobs = new HostJobs(new Host("localhost"), _connection, _directory.FullName, TimeProvider.System);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _turn.WaitAsync(Cancel);

    public async ValueTask DisposeAsync()
    {
        foreach (var job in _started)
        {
            await _jobs.CancelAsync(job, TimeSpan.Zero, CancellationToken.None);
        }

        await _jobs.DisposeAsync();
        await _connection.DisposeAsync();
        _directory.Delete(recursive: true);
        _turn.Release();
    }

    [Fact]
    public async Task List_shows_a_line_a_job_and_those_that_run_first()
    {
        await EndedAsync("done.1", "exit 3", task: "Load \u001b[31m");
        var running = await StartAsync("runs.1", "sleep 985");

        using var program = await RunAsync(0, "list");

        var lines = program.Out.Split('\n');
        Assert.Equal(4, lines.Length);
        Assert.Matches("^HOST +JOB +STATE +FOR +TASK +PLAYBOOK +STARTED \\(UTC\\) +USER$", lines[0]);
        Assert.Matches(
            $"^localhost +runs\\.1 +running +[0-9.]+ s of 1 min +Backup +nightly +{running.Started.UtcDateTime:yyyy-MM-dd HH:mm:ss} +{Environment.UserName}$",
            lines[1]);
        Assert.Matches("^localhost +done\\.1 +failed, rc 3 +[0-9.]+ s of 1 min +Load \\\\e\\[31m ", lines[2]);
    }

    [Fact]
    public async Task List_says_it_where_there_are_none()
    {
        using var program = await RunAsync(0, "list");

        Assert.Equal("", program.Out);
        Assert.Contains("No jobs.\n", program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_in_JSON_is_an_object_a_job()
    {
        var job = await EndedAsync("done.1", "exit 3");

        using var program = await RunAsync(0, "list", "-o", "json");

        var told = JsonElement.Parse(Assert.Single(program.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(
            ("job.listed", "localhost", Environment.UserName, "run-1", "nightly", "Backup", 3),
            (Text("event"), Text("host"), Text("user"), Text("run"), Text("playbook"), Text("task"), told.GetProperty("rc").GetInt32()));
        Assert.Equal(job.Started, told.GetProperty("started").GetDateTimeOffset());
        Assert.True(told.GetProperty("finished").GetDateTimeOffset() >= job.Started);
        var about = told.GetProperty("job");
        Assert.Equal(
            ("done.1", "failed", 60, job.Directory),
            (about.GetProperty("id").GetString(),
                about.GetProperty("state").GetString(),
                about.GetProperty("limit").GetInt32(),
                about.GetProperty("directory").GetString()));

        string? Text(string name) => told.GetProperty(name).GetString();
    }

    [Fact]
    public async Task Show_tells_all_and_the_last_lines()
    {
        var job = await EndedAsync("done.1", "for i in 1 2 3 4 5 6 7 8 9 10 11 12; do echo line $i; done; echo oops >&2; exit 3");

        using var program = await RunAsync(0, "show", "done.1");

        Assert.Contains("job       done.1\nhost      localhost\n", program.Out, StringComparison.Ordinal);
        Assert.Contains(
            $"state     failed, rc 3\ntask      Backup\nplaybook  nightly\nrun       run-1\nstarted   {job.Started.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC\n",
            program.Out,
            StringComparison.Ordinal);
        Assert.Contains($"files     {job.Directory}\n", program.Out, StringComparison.Ordinal);
        Assert.EndsWith(
            "last lines of stderr:\n  oops\nlast lines of stdout:\n  line 3\n  line 4\n  line 5\n  line 6\n  line 7\n  line 8\n  line 9\n" +
            "  line 10\n  line 11\n  line 12\n",
            program.Out,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { "tail", "done.1" }, "3\n4\n5\n6\n7\n8\n9\n10\n11\n\xff", "oops")]
    [InlineData(new[] { "tail", "done.1", "-n", "2" }, "11\n\xff", "oops")]
    [InlineData(new[] { "tail", "done.1", "-n", "0" }, "", "")]
    [InlineData(new[] { "tail", "done.1", "-n", "all" }, "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n\xff", "oops")]
    [InlineData(new[] { "tail", "-f", "done.1", "--lines=3" }, "10\n11\n\xff", "oops")]
    public async Task Tail_gives_the_last_lines_byte_by_byte(string[] args, string stdout, string stderr)
    {
        await EndedAsync("done.1", "for i in 1 2 3 4 5 6 7 8 9 10 11; do echo $i; done; printf '\\377'; printf oops >&2");

        using var program = await RunAsync(0, args);

        Assert.Equal(stdout, System.Text.Encoding.Latin1.GetString(program.OutBytes));
        Assert.Equal(stderr, System.Text.Encoding.Latin1.GetString(program.ErrorBytes));
    }

    [Theory]
    [InlineData(true, "", "\\e]0;pwned\\u0007\u00e9\ufffd::\n:\\:error::x")]
    [InlineData(false, "CI", "\\e]0;pwned\\u0007\u00e9\ufffd::\n:\\:error::x")]
    [InlineData(true, "--raw", null)]
    [InlineData(false, "", null)]
    public async Task Tail_steers_no_terminal_and_no_log_of_continuous_integration(bool isOnTerminal, string how, string? shown)
    {
        await EndedAsync("done.1", "printf '\\033]0;pwned\\007\\303\\251\\377::\\n::error::x'; printf '\\033[2J' >&2");
        using var program = new TestProgram { Time = TimeProvider.System, IsOnTerminal = isOnTerminal };
        program.Environment["CI"] = how == "CI" ? "true" : "";

        Assert.Equal(
            0, await program.RunAsync(["jobs", "tail", "done.1", "--async-dir", _directory.FullName, .. how == "--raw" ? [how] : Array.Empty<string>()]));

        Assert.Equal(
            shown ?? "\u001b]0;pwned\a\u00c3\u00a9\u00ff::\n::error::x", shown is null ? System.Text.Encoding.Latin1.GetString(program.OutBytes) : program.Out);
        Assert.Equal(
            shown is null ? ("\u001b[2J", "") : ("", "\\e[2J"), (System.Text.Encoding.Latin1.GetString(program.ErrorBytes), program.Error.Split('\n')[^1]));
    }

    [Fact]
    [Behaviour("U1")]
    public async Task Tail_follows_a_job_to_its_end()
    {
        var go = Path.Combine(_directory.FullName, "go");
        await StartAsync("runs.1", $"echo first; while [ ! -e {go} ]; do sleep 0.1; done; echo second; echo third >&2");
        using var program = new TestProgram { Time = TimeProvider.System };
        var tail = program.RunAsync("jobs", "tail", "runs.1", "-f", "--async-dir", _directory.FullName);
        await UntilAsync(() => program.Out == "first\n");
        Assert.False(tail.IsCompleted);

        await File.WriteAllTextAsync(go, "", Cancel);

        Assert.Equal(0, await tail.WaitAsync(Soon, Cancel));
        Assert.Equal(("first\nsecond\n", "third\n"), (program.Out, System.Text.Encoding.UTF8.GetString(program.ErrorBytes)));
    }

    [Fact]
    public async Task Tail_in_JSON_has_offsets()
    {
        await EndedAsync("done.1", "echo 1; echo 2");

        using var program = await RunAsync(0, "tail", "done.1", "-n1", "-o", "json");

        var told = JsonElement.Parse(program.Out);
        Assert.Equal(
            ("job.output", 2, "2\n"), (told.GetProperty("event").GetString(), told.GetProperty("offset").GetInt32(), told.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task Wait_says_how_jobs_end_and_its_exit_code_whether_all_succeeded()
    {
        await StartAsync("runs.1", "sleep 0.5");
        await EndedAsync("done.1", "exit 3");

        using var good = await RunAsync(0, "wait", "runs.1");
        using var bad = await RunAsync(2, "wait", "runs.1", "done.1");

        Assert.Matches("^localhost  runs\\.1  succeeded after [0-9.]+ s of 1 min\n$", good.Out);
        Assert.Matches("localhost  done\\.1  failed, rc 3 after [0-9.]+ s of 1 min\n", bad.Out);
    }

    [Fact]
    [Behaviour("40", "U2")]
    public async Task Cancel_ends_a_job_and_twice_is_fine()
    {
        var job = await StartAsync("runs.1", "sleep 984");

        using var first = await RunAsync(0, "cancel", "runs.1");
        using var second = await RunAsync(0, "cancel", "runs.1", "-o", "json");

        Assert.Matches("^localhost  runs\\.1  cancelled after ", first.Out);
        Assert.Equal("cancelled", JsonElement.Parse(second.Out).GetProperty("job").GetProperty("state").GetString());
        Assert.Empty(Jobs.Processes.Of(job.Id));
    }

    [Fact]
    [Behaviour("U10")]
    public async Task Clean_removes_only_what_has_ended_and_is_old()
    {
        var running = await StartAsync("runs.1", "sleep 983");
        await EndedAsync("done.1", "exit 0");

        using var young = await RunAsync(0, "clean");
        using var old = await RunAsync(0, "clean", "--older-than", "0s");

        Assert.Equal(("", "localhost  done.1  removed\n"), (young.Out, old.Out));
        Assert.Equal([running.Directory], Directory.EnumerateDirectories(_directory.FullName));
    }

    [Fact]
    public async Task The_beginning_of_an_id_is_enough_if_only_one_begins_so()
    {
        await EndedAsync("run-1.backup.1", "exit 0");
        await EndedAsync("run-1.backup.10", "exit 0");
        await EndedAsync("run-1.warm.2", "exit 0");

        using var one = await RunAsync(0, "wait", "run-1.w", "run-1.backup.1");
        using var several = await RunAsync(1, "wait", "run-1.b");

        Assert.Equal(2, one.Out.Split("succeeded").Length - 1);
        Assert.Contains(
            "The ids of 2 jobs begin with 'run-1.b': run-1.backup.1, run-1.backup.10. Write more characters of the id.\n",
            several.Error,
            StringComparison.Ordinal);
    }

    [Theory]
    [Behaviour("F")]
    [InlineData("../x")]
    [InlineData("a/b")]
    [InlineData(".hidden")]
    [InlineData("a..b")]
    [InlineData("$(id)")]
    public async Task An_invalid_id_is_rejected_before_any_host_is_queried(string id)
    {
        using var program = new TestProgram();

        Assert.Equal(1, await program.RunAsync("jobs", "cancel", id, "-i", "unreachable.invalid,"));

        Assert.Equal($"'{id}' is not a valid job id: use at most 128 letters, digits, '.', '_' and '-', without '..'.\n", program.Error);
    }

    [Fact]
    [Behaviour("14", "44")]
    public async Task An_unknown_id_is_an_error_that_says_where_was_looked()
    {
        using var program = await RunAsync(1, "show", "nothing");

        Assert.Contains(
            $"There is no job 'nothing' in {_directory.FullName} on localhost: " +
            "use 'jobs list' to list the existing jobs, or --async-dir to specify another directory.\n",
            program.Error,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'jobs lits' is not a command. Use one of list, show, tail, wait, cancel, clean.", "lits")]
    [InlineData("'jobs wait' needs the id of a job. 'jobs list' lists the ids.", "wait")]
    [InlineData("'jobs list' takes no id, but 'x' was given.", "list", "x")]
    [InlineData("'jobs tail' takes one id, but 'y' was given, too.", "tail", "x", "y")]
    [InlineData("There is no option --frobnicate. --help lists the options.", "list", "--frobnicate")]
    [InlineData("There is no option --list-hosts. --help lists the options.", "list", "--list-hosts")]
    [InlineData("There is no option --check. --help lists the options.", "cancel", "x", "--check")]
    [InlineData("There is no option --tags. --help lists the options.", "wait", "x", "--tags", "nightly")]
    [InlineData("--older-than is 'soon'. Write seconds (90), or a time such as 90s, 5m, 2h or 1d.", "clean", "--older-than", "soon")]
    [InlineData("--lines is '-1'. Write a whole number, to print that many of the last lines, or 'all'.", "tail", "x", "--lines=-1")]
    public async Task An_error_is_reported_and_nothing_is_done(string message, params string[] args)
    {
        using var program = new TestProgram();

        Assert.Equal(1, await program.RunAsync(["jobs", .. args]));

        Assert.EndsWith($"{message}\n", program.Error, StringComparison.Ordinal);
        Assert.Equal("", program.Out);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Help_shows_the_words_and_each_words_options(int playbooks)
    {
        using var all = new TestProgram();
        all.Playbooks = [.. all.Playbooks.Take(playbooks)];
        using var tail = new TestProgram();

        Assert.Equal((0, 0), (await all.RunAsync("jobs"), await tail.RunAsync("jobs", "tail", "--help")));

        Assert.Matches("\n  cancel ID … +end jobs, and wait until they have ended\n", all.Out);
        Assert.Contains("  -f, --follow ", tail.Out, StringComparison.Ordinal);
        Assert.Contains("      --forks N", tail.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("--list-hosts", tail.Out, StringComparison.Ordinal);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        var clock = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(clock.Elapsed < Soon, "It did not come about.");
            await Task.Delay(20, Cancel);
        }
    }

    private async Task<TestProgram> RunAsync(int exitCode, params string[] args)
    {
        var program = new TestProgram { Time = TimeProvider.System };
        var code = await program.RunAsync(["jobs", .. args, "--async-dir", _directory.FullName]).WaitAsync(Soon, Cancel);
        Assert.True(code == exitCode, $"exit code {code}\n{program.Out}\n{program.Error}");
        return program;
    }

    private async Task<JobHandle> StartAsync(string id, string script, string task = "Backup")
    {
        var spec = new JobSpec(id, script, TimeSpan.FromSeconds(60)) { Grace = TimeSpan.Zero, Playbook = "nightly", Task = task, Run = "run-1" };
        var job = await _jobs.StartAsync(spec, Cancel);
        _started.Add(job);
        return job;
    }

    private async Task<JobHandle> EndedAsync(string id, string script, string task = "Backup")
    {
        var job = await StartAsync(id, script, task);
        await _jobs.WaitAsync(job, Soon, null, Cancel).WaitAsync(Soon, Cancel);
        return job;
    }
}
