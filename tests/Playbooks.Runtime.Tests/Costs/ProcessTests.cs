using System.Diagnostics;
using Playbooks.Connections;
using Playbooks.Jobs;
using Playbooks.Runtime.Tests.Jobs;

namespace Playbooks.Runtime.Tests.Costs;

/// <summary>
/// The processes that are started on a host whose shell is dash, on the local connection. The shells that stay are not in it: one that runs
/// scripts, one that waits for jobs.
/// </summary>
[Needs("process")]
public sealed class ProcessTests : IAsyncDisposable
{
    // A subshell that becomes the program.
    private static readonly string[] _task = ["true"];

    // What each is for stands where a script calls it, in runtime/Playbooks.Runtime/Jobs/Scripts.
    private static readonly string[] _job =
    [
        .. Times(1, "a subshell"), // place.sh, before the first job of a user.
        .. Times(6, "a subshell"), // start.sh: itself, the id's check, the directory, its path, what launches, the here-document.
        .. Times(1, "ls"), // Whose the directory of all jobs is.
        .. Times(2, "id"),
        .. Times(1, "cat"), // The answer.
        .. Times(1, "setsid sh"), // The supervisor.
        .. Times(3, "a subshell"), // supervisor.sh: the mask, the beginning, the watchdog.
        .. Times(1, "mkdir"),
        .. Times(1, "mkfifo"),
        .. Times(1, "date"),
        .. Times(1, "ln"), // The spare one.
        .. Times(1, "cat"), // The task's script.
        .. Times(3, "cat"), // The status: it starts, it runs, it has ended.
        .. Times(3, "mv"),
        .. Times(1, "sleep"), // The limit.
        .. Times(1, "setsid sh"), // The task.
        .. Times(1, "ln"), // The verdict.
        .. Times(1, "readlink"),
        .. Times(3, "a subshell"), // watch.sh: the id's check, the wait, its report.
        .. Times(2, "a subshell"), // read.sh: itself, the id's check.
        .. Times(1, "ls"),
        .. Times(2, "tail"),
        .. Times(3, "a subshell"), // remove.sh: itself, the id's check, the control group's name.
        .. Times(2, "readlink"),
        .. Times(1, "rm"),
    ];

    // The task's control group, where one can be made.
    private static readonly string[] _group = ["mkdir", "ln", "cat", "a subshell", "readlink", "rmdir", "rmdir", "rm"];

    private readonly TracedShell _shell = new();
    private readonly CountedHost _host;

    public ProcessTests() => _host = new CountedHost(_shell.Command);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _shell.Dispose();
    }

    [Fact]
    public async Task A_task_starts_its_program_and_nothing_else()
    {
        await _host.RunAsync(new Command("true").ScriptText);
        await _host.RunAsync(new Command("true").ScriptText);

        Assert.Equal([.. _task, .. _task], _shell.Started());
    }

    /// <summary>Where no link is on the way; else a subshell follows those.</summary>
    [Fact]
    public async Task A_working_directory_starts_none()
    {
        await _host.RunAsync(new Command("true") { WorkingDirectory = _host.Directory }.ScriptText);
        var started = _shell.Started();
        await _host.RunAsync(new Command("true") { WorkingDirectory = "/proc/self/.." }.ScriptText);

        Assert.Equal(_task, started);
        Assert.Equal(["a subshell", .. _task, .. _task], _shell.Started());
    }

    /// <summary>Where no link is on the way.</summary>
    [Fact]
    public async Task A_condition_starts_none()
    {
        var nothing = Path.Join(_host.Directory, "nothing");
        var task = new Command("true") { Creates = nothing, Removes = _host.Directory };
        await _host.RunAsync("exit 0");
        await _host.Connection.RunAsync(new ShellScript(task.ScriptText) { SkipScript = task.SkipScript }, Token);

        Assert.Equal(["a subshell", "a subshell", .. _task], _shell.Started());
    }

    [Fact]
    public async Task A_look_starts_stat_alone()
    {
        await _host.RunAsync(new Stat(_host.Directory).ScriptText);

        Assert.Equal(["a subshell", "a subshell", "stat"], _shell.Started());
    }

    [Fact]
    public async Task A_jobs_whole_life_starts_44_processes_and_8_for_a_control_group()
    {
        var go = Path.Join(_host.Directory, "go");
        await Process.Start("mkfifo", [go]).WaitForExitAsync(Token);
        var job = await _host.StartAsync(1, $"read -r nothing <{go}");
        var ending = _host.EndAsync(job, 1);
        await LimitedAsync(job);
        await File.WriteAllTextAsync(go, "\n", Token);
        await ending;
        await _host.ReadAsync(job);
        await _host.RemoveAsync(job);

        var started = _shell.Started();
        string[] group = started.Contains("rmdir") ? _group : [];
        Assert.Equal((44, 8), (_job.Length, _group.Length));
        Assert.Equal([.. _job.Concat(group).Order(StringComparer.Ordinal)], started);
    }

    private static IEnumerable<string> Times(int count, string process) => Enumerable.Repeat(process, count);

    // A job that ends before the sleep of its limit has begun has a process that never became one.
    private static async Task LimitedAsync(JobHandle job)
    {
        while (Processes.Having("environ", $"PLAYBOOKS_TIMER={job.Id}").Count == 0)
        {
            await Task.Delay(5, Token);
        }
    }
}
