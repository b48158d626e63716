using Playbooks.Ssh.Tests.Hosts;

namespace Playbooks.Ssh.Tests.Jobs;

/// <summary>Jobs on hosts that say that systemd runs there, with a stand-in for its <c>systemd-run</c>.</summary>
public sealed class ScopeTests(Lab lab) : IClassFixture<Lab>
{
    private const string Booted = "mkdir -p /run/systemd/system";

    [Fact]
    public async Task A_job_runs_in_its_own_scope_if_systemd_creates_one()
    {
        await lab.SshAsync("h1", Booted);
        Executable.Put(Path.Combine(lab.Bin("h1"), "systemd-run"), """
            printf '%s ' "$@" >>~/scopes
            until [ "$1" = -- ]; do shift; done
            shift
            IN_SCOPE=yes exec "$@"
            """);
        await using var jobs = LabJobs.Of(lab, "h1");

        var job = await jobs.StartAsync("echo $IN_SCOPE");

        Assert.Equal(JobState.Succeeded, (await jobs.EndAsync(job)).State);
        Assert.Equal("yes\n", await jobs.StdoutAsync(job));
        var called = await jobs.RunAsync("cat ~/scopes");
        Assert.StartsWith("--system --scope --quiet --collect --no-ask-password --property=Delegate=yes ", called, StringComparison.Ordinal);
        Assert.EndsWith($" -- env -u INVOCATION_ID setsid sh -s playbooks-job:{job.Id} {job.Directory} ", called, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_runs_without_a_scope_if_systemd_refuses_one()
    {
        await lab.SshAsync("h2", Booted);
        Executable.Put(Path.Combine(lab.Bin("h2"), "systemd-run"), "echo asked >>~/scopes; echo 'Failed to connect to bus: No medium found' >&2; exit 1");
        await using var jobs = LabJobs.Of(lab, "h2");

        var job = await jobs.StartAsync("echo run >>~/runs");

        Assert.Equal(JobState.Succeeded, (await jobs.EndAsync(job)).State);
        Assert.Equal("asked\nrun\n", await jobs.RunAsync("cat ~/scopes ~/runs"));
    }
}
