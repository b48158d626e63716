using Playbooks.Ssh.Tests.Hosts;

namespace Playbooks.Ssh.Tests.Jobs;

/// <summary>Jobs on a machine whose logind ends what is left when somebody logs out.</summary>
public sealed class LogoutTests(Machine machine) : IClassFixture<Machine>
{
    // What a program finds around it, but for what is a job's or a shell's own.
    private const string Surroundings = "env | grep -v -e '^_=' -e '^PLAYBOOKS_JOB=' -e '^SUDO_COMMAND=' | sort; umask; ulimit -a; id; pwd";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_that_would_end_with_the_login_is_refused_before_it_starts()
    {
        await using var bob = await Login.OpenAsync(machine, "bob");

        var refused = await Assert.ThrowsAsync<JobStartException>(() => bob.StartAsync("touch ran"));

        Assert.Equal(
            "m1: the job was not started: " +
            "when a session of 'bob' ends, logind kills its processes (KillUserProcesses), and lingering is not enabled for 'bob'. "
                + "Run \"loginctl enable-linger bob\" on the host once, or use --enable-linger or [Async(…, Linger = true)].",
            refused.Message);
        Assert.Equal("", await bob.RunAsync("find . -name ran -o -name script"));
        Assert.Empty(bob.Lingering);
    }

    [Fact]
    public async Task A_user_who_is_made_to_linger_has_jobs_that_outlive_the_logout()
    {
        var ben = await Login.OpenAsync(machine, "ben");
        var job = await ben.StartAsync("cat /proc/self/cgroup; until [ -e go ]; do sleep 0.1; done; echo gone on", enablesLinger: true);
        var second = await ben.StartAsync("exec sleep 600", enablesLinger: true);

        Assert.Equal(["ben"], ben.Lingering);
        await ben.LogOutAsync();
        await using var later = await Login.OpenAsync(machine, "ben");
        Assert.Equal((JobState.Running, JobState.Running), (await later.StateAsync(job), await later.StateAsync(second)));
        var ending = later.EndAsync(job);
        await later.RunAsync("touch go");

        Assert.Equal(JobState.Succeeded, await ending);
        var printed = await later.StdoutAsync(job);
        Assert.EndsWith("\ngone on\n", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("session-", printed, StringComparison.Ordinal);
        Assert.Equal(JobState.Cancelled, await later.CancelAsync(second));
        Assert.Equal(2, (await later.Jobs.CleanAsync(null, TimeSpan.Zero, Token)).Count);
    }

    [Theory]
    [InlineData("carol")]
    [InlineData(Machine.Dave)]
    public async Task Jobs_of_users_whom_logind_spares_and_of_users_who_linger_outlive_the_logout(string user)
    {
        var login = await Login.OpenAsync(machine, user);
        var job = await login.StartAsync("exec sleep 600");
        await login.LogOutAsync();

        await using var later = await Login.OpenAsync(machine, user);

        Assert.Equal((user, JobState.Running), (job.User, await later.StateAsync(job)));
        Assert.Equal(JobState.Cancelled, await later.CancelAsync(job));
        Assert.Empty(login.Lingering);
    }

    [Fact]
    public async Task A_job_of_roots_outlives_the_logout()
    {
        var root = await Login.OpenAsync(machine, "root");
        var job = await root.StartAsync("exec sleep 600");
        await root.LogOutAsync();

        await using var later = await Login.OpenAsync(machine, "root");

        Assert.Equal(JobState.Running, await later.StateAsync(job));
        Assert.Equal(JobState.Cancelled, await later.CancelAsync(job));
    }

    [Theory]
    [InlineData(BecomeMethod.Sudo, "6001")]
    [InlineData(BecomeMethod.Su, "6002")]
    public async Task Jobs_that_root_starts_as_another_user_are_not_in_roots_session_and_outlive_it(BecomeMethod method, string seconds)
    {
        var root = await Login.OpenAsync(machine, "root", method);
        var foreground = await root.RunAsync(Surroundings, "alice");

        var first = await root.StartAsync($"{Surroundings}; cat /proc/self/cgroup; echo ready; exec sleep 600", "alice");
        // Only the control group tells whose this is.
        var second = await root.StartAsync($"(env -i setsid sleep {seconds} >/dev/null 2>&1 &); exec sleep 600", "alice");

        var printed = await root.PrintedAsync(first, "\nready\n");
        Assert.DoesNotContain("session-", printed[foreground.Length..], StringComparison.Ordinal);
        Assert.Equal(foreground, printed[..foreground.Length]);
        await root.LogOutAsync();
        await using var later = await Login.OpenAsync(machine, "root", method);
        Assert.Equal((JobState.Running, JobState.Running), (await later.StateAsync(first), await later.StateAsync(second)));
        Assert.Equal((JobState.Cancelled, JobState.Cancelled), (await later.CancelAsync(first), await later.CancelAsync(second)));
        Assert.Equal("", await later.RunAsync($"grep -l '[6]{seconds[1..]}' /proc/[0-9]*/cmdline"));
    }

    [Fact]
    public async Task A_job_as_another_user_needs_lingering_for_that_user_unless_root_logs_in()
    {
        var bob = await Login.OpenAsync(machine, "bob");

        var refused = await Assert.ThrowsAsync<JobStartException>(() => bob.StartAsync("touch /tmp/ran", "eve"));

        Assert.Contains(
            "when a session of 'bob' ends, logind kills its processes (KillUserProcesses), and lingering is not enabled for 'eve'. " +
            "Run \"loginctl enable-linger eve\"",
            refused.Message,
            StringComparison.Ordinal);
        var job = await bob.StartAsync("exec sleep 600", "eve", enablesLinger: true);
        Assert.Equal(["eve"], bob.Lingering);
        await bob.LogOutAsync();
        await using var later = await Login.OpenAsync(machine, "bob");
        Assert.Equal(JobState.Running, await later.StateAsync(job));
        Assert.Equal(JobState.Cancelled, await later.CancelAsync(job));
    }
}
