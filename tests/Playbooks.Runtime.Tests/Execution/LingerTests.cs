using Playbooks.Connections;
using Playbooks.Jobs;
using Playbooks.Jobs.Scripts;
using Playbooks.Runtime.Tests.Jobs;

namespace Playbooks.Runtime.Tests.Execution;

/// <summary>Runs on hosts whose logind ends what the login leaves behind.</summary>
public sealed class LingerTests
{
    [Theory]
    [Language("A29")]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_user_is_made_to_linger_where_the_task_or_the_run_says_so_and_that_is_an_event(bool byTask, bool byRun)
    {
        var hosts = new ScriptedHosts("h1");

        var report = byTask ? (await RunAsync(hosts, new Lingering(), byRun)).ExitCode : (await RunAsync(hosts, new Fleeting(), byRun)).ExitCode;

        Assert.Equal(0, report);
        Assert.Equal(["h1 bob"], hosts.Events.OfType<LingerEnabled>().Select(linger => $"{linger.Host.Name} {linger.User}"));
    }

    [Fact]
    [Language("A29")]
    public async Task Without_permission_for_lingering_the_task_fails_and_no_job_starts()
    {
        var hosts = new ScriptedHosts("h1");

        var report = await RunAsync(hosts, new Fleeting(), enables: false);

        Assert.Equal(2, report.ExitCode);
        Assert.Empty(hosts.Events.OfType<LingerEnabled>());
        Assert.Empty(hosts.Events.OfType<JobStarted>());
        Assert.Contains(
            "--enable-linger or [Async(…, Linger = true)]",
            Assert.Single(hosts.Events.OfType<TaskFinished>()).Result!.Message,
            StringComparison.Ordinal);
    }

    private static Task<RunReport<TResults>> RunAsync<TResults>(ScriptedHosts hosts, IPlaybook<TResults> playbook, bool enables)
        where TResults : class
    {
        var shells = new ScriptedShells(Answer) { Refusal = () => new UnreachableException("h1", "There are no pipes.") };
        return hosts.RunAsync(
            playbook, options => options with { EnableLinger = enables, Jobs = (host, _, _) => new HostJobs(host, shells, null, TimeProvider.System) });
    }

    private static ScriptOutcome Answer(ShellScript script) => new()
    {
        Rc = 0,
        Stdout = script.Text == JobScripts.Place(hasFailed: false) ? "ended 1001 user-1001.slice\nbob\nbob\n"
            : script.Text == JobScripts.Linger ? "lingers\n"
            : "started 100 600 10 bob\n/home/bob/jobs/run.backup.0\n",
    };
}
