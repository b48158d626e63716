using Playbooks.Runtime.Tests.Execution;

namespace Playbooks.Runtime.Tests.Testing;

/// <summary>What a test may say of its hosts.</summary>
[Collection(VirtualTimeTests.Name)]
public sealed class ScriptedHostsTests
{
    private static ScriptedHosts Databases => new ScriptedHosts("[databases]", "db1").Gives("Disk", new StatResult { Exists = true });

    [Fact]
    public async Task The_last_script_for_a_command_wins()
    {
        var hosts = Databases.When("backup", stdout: "old").When("backup", stdout: "new");

        Assert.Equal("saved new", (await hosts.RunAsync(new NightlyBackup()))["db1"].Results!.Show.Text);
    }

    [Fact]
    public async Task A_command_without_a_script_succeeds_or_is_rejected_with_advice()
    {
        Assert.Equal("saved ", (await Databases.RunAsync(new NightlyBackup()))["db1"].Results!.Show.Text);

        var strict = new ScriptedHosts("[databases]", "db1") { RefusesUnscripted = true }.Gives("Disk", new StatResult { Exists = true });
        var failed = Assert.IsType<TaskFailedException>((await strict.RunAsync(new NightlyBackup()))["db1"].Failure);
        Assert.Equal("no answer is scripted for this command on db1; add .When(\"/opt/full-backup.sh db1\")", failed.Message);
    }

    [Fact]
    public async Task A_given_result_is_judged_like_any_other_and_takes_its_time()
    {
        var hosts = Databases.Gives("Disk", new StatResult { Failed = true, Message = "no such disk" }, seconds: 90);

        var failed = Assert.IsType<TaskFailedException>((await hosts.RunAsync(new NightlyBackup()))["db1"].Failure);

        Assert.Equal(("Disk", "no such disk", 90), (failed.Task.Member, failed.Message, hosts.Time.Seconds));
        Assert.Empty(hosts.Log);
    }

    [Fact]
    public async Task Hosts_are_lost_and_jobs_with_them()
    {
        var lost = await Databases.Losing("backup", seconds: 100).RunAsync(new NightlyBackup());
        var rebooted = await Databases.Dying("backup", times: 1, seconds: 100).RunAsync(new NightlyBackup());
        var off = await Databases.When("backup", unreachable: true).RunAsync(new NightlyBackup());

        Assert.Equal((4, 2, 4), (lost.ExitCode, rebooted.ExitCode, off.ExitCode));
    }

    [Fact]
    public async Task An_interruption_leaves_what_runs()
    {
        var hosts = Databases.When("backup", seconds: 3600);

        await hosts.RunAndInterruptAsync(new NightlyBackup(), seconds: 60);

        Assert.Equal("Backup", Assert.Single(Assert.Single(hosts.Events.OfType<RunInterrupted>()).Jobs).Task.Member);
    }

    [Fact]
    public async Task An_interruption_that_comes_too_late_is_reported() => Assert.Contains(
        "after 0 s",
        (await Assert.ThrowsAsync<InvalidOperationException>(() => Databases.RunAndInterruptAsync(new NightlyBackup(), seconds: 60))).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task A_run_is_changed_as_the_test_says()
    {
        var hosts = Databases;

        await hosts.RunAsync(new NightlyBackup(), options => options with { CheckMode = true });

        Assert.Empty(hosts.Log);
        Assert.Equal(TaskOutcome.Skipped, hosts.Finished.Single(finished => finished.Task.Member == "Backup").Outcome);
    }
}
