
using Playbooks.Connections;
using Playbooks.Jobs;
using Playbooks.Jobs.Scripts;

namespace Playbooks.Runtime.Tests.Jobs;

/// <summary>Where a job is started so that it outlives the login, on a host that answers as a test says.</summary>
public sealed class JobPlacesTests
{
    private const string Started = "started 100 600 10 bob\n/home/bob/jobs/run.backup.0\n";
    private const string RootsGroups = "9:name=systemd:/user.slice/user-0.slice/session-7.scope\n4:memory:/\n0::/user.slice/user-0.slice/session-7.scope\n";
    private const string Ended = "ended 1001 user-1001.slice\nbob\nbob\n";

    private readonly List<string> _lingering = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static JobSpec Spec => new("run.backup.0", "true", TimeSpan.FromSeconds(600)) { Playbook = "Nightly", Task = "Backup", Run = "run" };

    [Theory]
    [InlineData("", "")]
    [InlineData("what is systemd?", "")]
    [InlineData("here - -\n-\n-\n", "")]
    [InlineData("here 1001 user-1001.slice\nbob\nbob\n", "")]
    [InlineData("system 0 user-0.slice\nroot\n-\n", "system")]
    [InlineData("user 1001 user-1001.slice\nbob\n-\n", "user")]
    public async Task A_job_is_started_where_its_host_says_and_the_host_is_asked_once(string answer, string scope)
    {
        var host = Host(text => text == JobScripts.Place(hasFailed: false) ? answer : Started);
        await using var jobs = Jobs(host);

        await jobs.StartAsync(Spec, Token);
        await jobs.StartAsync(Spec, Token);

        Assert.Equal([JobScripts.Place(hasFailed: false), scope, scope], host.Run.Select(ScopeOf));
    }

    [Fact]
    public async Task A_job_that_would_end_with_the_login_is_not_started_and_the_message_has_the_command_that_helps()
    {
        var host = Host(_ => Ended);
        await using var jobs = Jobs(host);

        Assert.Equal(
            "db1: the job was not started: " +
            "when a session of 'bob' ends, logind kills its processes (KillUserProcesses), and lingering is not enabled for 'bob'. "
                + "Run \"loginctl enable-linger bob\" on the host once, or use --enable-linger or [Async(…, Linger = true)].",
            await RefusalAsync(jobs, Spec));
        Assert.Single(host.Run);
    }

    [Fact]
    public async Task A_name_that_a_shell_would_not_take_as_it_is_stands_in_quotes_in_the_command()
    {
        await using var jobs = Jobs(Host(_ => "ended 1001 user-1001.slice\nDOM\\bob\nDOM\\bob\n"));

        Assert.Contains("Run \"loginctl enable-linger 'DOM\\bob'\" on the host once", await RefusalAsync(jobs, Spec), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lingering_is_enabled_on_request_and_reported_once()
    {
        var host = Host(text => text == JobScripts.Place(hasFailed: false) ? Ended : text == JobScripts.Linger ? "lingers\n" : Started);
        await using var jobs = Jobs(host);

        await jobs.StartAsync(Spec with { EnablesLinger = true }, Token);
        await jobs.StartAsync(Spec with { EnablesLinger = true }, Token);

        Assert.Equal(["bob"], _lingering);
        Assert.Equal([JobScripts.Place(hasFailed: false), JobScripts.Linger, "user", "user"], host.Run.Select(ScopeOf));
    }

    [Fact]
    public async Task Lingering_is_not_enabled_where_nothing_ends_a_job()
    {
        var host = Host(text => text == JobScripts.Place(hasFailed: false) ? "here 1001 user-1001.slice\nbob\nbob\n" : Started);
        await using var jobs = Jobs(host);

        await jobs.StartAsync(Spec with { EnablesLinger = true }, Token);

        Assert.Equal([JobScripts.Place(hasFailed: false), ""], host.Run.Select(ScopeOf));
    }

    [Fact]
    public async Task Where_a_user_may_not_linger_the_message_says_what_loginctl_said()
    {
        await using var jobs = Jobs(Host(text => text == JobScripts.Linger ? "Could not enable linger: Access denied\n" : Ended));

        Assert.EndsWith(
            ", and lingering could not be enabled for 'bob' (Could not enable linger: Access denied). " +
            "Run \"loginctl enable-linger bob\" as root on the host once.",
            await RefusalAsync(jobs, Spec with { EnablesLinger = true }),
            StringComparison.Ordinal);
        Assert.Empty(_lingering);
    }

    [Theory]
    [InlineData("systemd 249 (249.11-0ubuntu3)\n+PAM\n", "")]
    [InlineData("systemd 252 (252.39-1~deb12u2)\n+PAM\n", "--property=User=1002 ")]
    [InlineData("systemd 257 (257.8)\n+PAM\n", "--property=User=1002 --property=OOMPolicy=continue ")]
    public async Task Where_root_has_logged_in_another_users_jobs_are_started_by_a_shell_in_a_scope_beside_the_session(string version, string properties)
    {
        var host = Host(
            text => text == JobScripts.Place(hasFailed: false)
                ? "ended 1002 user-0.slice\nalice\nroot\n"
                : text == JobScripts.RootsSession ? RootsGroups + version : Started);
        await using var jobs = Jobs(host);

        await jobs.StartAsync(Spec with { User = "alice" }, Token);
        await jobs.StartAsync(Spec with { User = "alice" }, Token);

        Assert.Equal(1, host.Run.Count(script => script.Text == JobScripts.RootsSession && script.User is null));
        Assert.Equal(
            Enumerable.Repeat(
                "systemd-run --scope --quiet --collect --no-ask-password --slice=user-0.slice --property=Delegate=yes "
                    + $"{properties}--description=Playbooks -- env -u INVOCATION_ID ",
                2),
            host.Run.Where(IsStart).Select(script => script.Scope?.Command));
    }

    [Theory]
    [InlineData("1002", "")]
    [InlineData("1002", "systemd 252\n")]
    [InlineData("1002", "0::/system.slice/ssh.service\nsystemd 252\n")]
    [InlineData("1002", "0::/user.slice/user-0;reboot.slice/session-7.scope\nsystemd 252\n")]
    [InlineData("-1", RootsGroups + "systemd 252\n")]
    [InlineData("1002;reboot", RootsGroups + "systemd 252\n")]
    public async Task Invalid_slices_numbers_and_versions_never_become_part_of_a_command(string number, string root)
    {
        var host = Host(
            text => text == JobScripts.Place(hasFailed: false)
                ? $"ended {number} user-1.slice\nalice\nroot\n"
                : text == JobScripts.RootsSession ? root : Started);
        await using var jobs = Jobs(host);

        await RefusalAsync(jobs, Spec with { User = "alice" });

        Assert.DoesNotContain(host.Run, IsStart);
    }

    [Theory]
    [InlineData("user 1001 user-1001.slice\nbob\n-\n")]
    [InlineData("system 0 user-0.slice\nroot\n-\n")]
    public async Task Where_systemd_gives_no_scope_and_nothing_ends_the_session_the_job_is_started_in_it(string answer)
    {
        var host = Host(text => text switch
        {
            _ when text == JobScripts.Place(hasFailed: false) => answer,
            _ when text == JobScripts.Place(hasFailed: true) => "here 1001 user-1001.slice\nbob\nbob\n",
            _ when text.Contains("\nscope=''\n", StringComparison.Ordinal) => Started,
            _ => "refused scope\nFailed to connect to bus: No medium found\n",
        });
        await using var jobs = Jobs(host);

        await jobs.StartAsync(Spec, Token);
        await jobs.StartAsync(Spec, Token);

        Assert.Equal(["", ""], host.Run.Where(IsStart).Skip(1).Select(ScopeOf));
    }

    [Fact]
    public async Task Where_systemd_gives_no_scope_and_the_session_is_ended_the_message_says_what_systemd_said()
    {
        await using var jobs = Jobs(Host(text => text switch
        {
            _ when text == JobScripts.Place(hasFailed: false) => "user 1001 user-1001.slice\nbob\n-\n",
            _ when text == JobScripts.Place(hasFailed: true) => Ended,
            _ => "refused scope\nFailed to connect to bus: No medium found\n",
        }));

        Assert.Equal(
            "db1: the job was not started: when a session of 'bob' ends, logind kills its processes (KillUserProcesses), "
                + "and systemd could not start the job outside of the session "
                + "(Failed to connect to bus: No medium found). Check 'systemctl status user@1001.service' on the host.",
            await RefusalAsync(jobs, Spec with { EnablesLinger = true }));
    }

    [Fact]
    public async Task Where_root_gets_no_scope_for_another_users_shell_that_user_has_to_linger()
    {
        var host = new ScriptedShells(script => script.Scope is not null ? throw new BecomeException("db1", "alice", "Cannot run as 'alice': no bus.")
            : Says(
                IsStart(script)
                    ? Started
                    : script.Text == JobScripts.RootsSession
                        ? RootsGroups + "systemd 252\n"
                        : script.Text == JobScripts.Linger ? "lingers\n" : "ended 1002 user-0.slice\nalice\nroot\n"))
        {
            Refusal = Lost,
        };
        await using var jobs = Jobs(host);

        var refused = await RefusalAsync(jobs, Spec with { User = "alice" });
        await jobs.StartAsync(Spec with { User = "alice", EnablesLinger = true }, Token);

        Assert.Contains(
            "(KillUserProcesses), systemd could not start the job outside of the session (Cannot run as 'alice': " +
            "no bus.), and lingering is not enabled for 'alice'. " +
            "Run \"loginctl enable-linger alice\"",
            refused,
            StringComparison.Ordinal);
        Assert.Equal(["alice"], _lingering);
        Assert.Equal("user", ScopeOf(host.Run[^1]));
    }

    private static bool IsStart(ShellScript script) => script.Text.Contains("mkfifo", StringComparison.Ordinal);

    // Of a start what it knows of the scope, and else the script.
    private static string ScopeOf(ShellScript script) => IsStart(script) ? script.Text.Split("\nscope='")[1].Split('\'')[0] : script.Text;

    private static ScriptOutcome Says(string text) => new() { Rc = 0, Stdout = text };

    private static UnreachableException Lost() => new("db1", "Somebody has cut the cable.");

    private static ScriptedShells Host(Func<string, string> answer) => new(script => Says(answer(script.Text))) { Refusal = Lost };

    private static async Task<string> RefusalAsync(HostJobs jobs, JobSpec job) =>
        (await Assert.ThrowsAsync<JobStartException>(() => jobs.StartAsync(job, Token))).Message;

    private HostJobs Jobs(ScriptedShells host) => new(new Host("db1"), host, null, TimeProvider.System) { Lingers = _lingering.Add };
}
