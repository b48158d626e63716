using Playbooks.Connections;
using Playbooks.Connections.Shells;
using Playbooks.Jobs;
using Playbooks.Ssh.Tests.Examples;
using Playbooks.Ssh.Tests.Hosts;

namespace Playbooks.Ssh.Tests.Connections;

/// <summary>Other users, by the real sudo, su and doas.</summary>
public sealed class BecomeTests(UsersLab lab) : IClassFixture<UsersLab>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("free", BecomeMethod.Sudo, null, "db")]
    [InlineData("free", BecomeMethod.Sudo, null, "svc")]
    [InlineData("free", BecomeMethod.Sudo, "needless", "db")]
    [InlineData("free", BecomeMethod.Doas, null, "db")]
    [InlineData("free", BecomeMethod.Doas, "needless", "db")]
    [InlineData("ops", BecomeMethod.Sudo, UsersLab.OpsPassword, "db")]
    [InlineData("ops", BecomeMethod.Sudo, UsersLab.OpsPassword, "svc")]
    [InlineData("ops", BecomeMethod.Su, UsersLab.DbPassword, "db")]
    [InlineData("root", BecomeMethod.Sudo, null, "db")]
    [InlineData("root", BecomeMethod.Su, null, "db")]
    [InlineData("root", BecomeMethod.Su, "needless", "svc")]
    [Behaviour("30", "U9")]
    public async Task A_script_runs_as_the_user_with_his_home_and_an_empty_input(string login, BecomeMethod method, string? password, string user)
    {
        await using var host = Connect("h1", login, method, password);

        var first = await RunAsync(host, user, "id -un; pwd; echo \"$HOME\"; cat; echo $$");
        var second = await RunAsync(host, user, "id -un; pwd; echo \"$HOME\"; cat; echo $$");

        Assert.StartsWith($"{user}\n/home/{user}\n/home/{user}\n", first.Stdout, StringComparison.Ordinal);
        Assert.Equal((0, "", first.Stdout), (first.Rc, first.Stderr, second.Stdout));
    }

    [Theory]
    [InlineData("sudo -u db sh -c 'sleep 3; echo late' &")]
    [InlineData("sudo -u db setsid sh -c 'sleep 3; echo late' & sleep 0.5")]
    [InlineData("sudo -u db sh -c 'sleep 3; echo late' & sleep 2.5")]
    public async Task Processes_left_running_as_another_user_print_into_no_other_result(string script)
    {
        await using var host = Connect("h2", "free", BecomeMethod.Sudo, null);
        await host.RunAsync(script);

        var later = await host.RunAsync("sleep 4; echo mine");

        Assert.Equal("mine\n", later.Stdout);
    }

    [Fact]
    public async Task A_host_that_starts_no_more_processes_for_a_user_is_unreachable_and_says_so()
    {
        await using var host = Connect("h2", "ops", BecomeMethod.Sudo, null);
        await host.RunAsync("prlimit --pid $PPID --nproc=1:1");

        var error = await Assert.ThrowsAsync<UnreachableException>(() => host.OpenShellAsync(null, new OutputBuffer(), Token));

        Assert.Contains("refused to run a command (exec request failed)", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ops", BecomeMethod.Sudo, null, "db", "sudo asks for a password, but no password was given: use -K")]
    [InlineData("ops", BecomeMethod.Sudo, "wr0ng", "db", "sudo rejected the password (Sorry, try again.). sudo expects the password of 'ops'")]
    [InlineData("ops", BecomeMethod.Sudo, UsersLab.OpsPassword, "root", "sudo does not allow 'ops' to run /bin/sh as 'root'.")]
    [InlineData("ops", BecomeMethod.Sudo, null, "nobody-here", "the user does not exist on the host")]
    [InlineData("ops", BecomeMethod.Su, null, "db", "su asks for the password of 'db', but no password was given: use -K")]
    [InlineData("ops", BecomeMethod.Su, "wr0ng", "db", "su rejected the password (su: Authentication failure). su expects the password of 'db'")]
    [InlineData("ops", BecomeMethod.Su, "wr0ng", "nobody-here", "the user does not exist on the host")]
    [InlineData("ops", BecomeMethod.Doas, null, "db", "permit nopass ops as db")]
    [InlineData("ops", BecomeMethod.Doas, "wr0ng", "db", "permit nopass ops as db")]
    [InlineData("free", BecomeMethod.Doas, null, "root", "doas does not allow 'free' to run /bin/sh as 'root'")]
    [InlineData("free", BecomeMethod.Doas, null, "nobody-here", "the user does not exist on the host")]
    [InlineData("bare", BecomeMethod.Sudo, null, "db", "the host has no sudo")]
    [InlineData("bare", BecomeMethod.Su, "wr0ng", "db", "the host has no su")]
    [InlineData("bare", BecomeMethod.Doas, null, "db", "the host has no doas")]
    public async Task The_reason_for_a_refused_login_is_reported_with_advice(string login, BecomeMethod method, string? password, string user, string message)
    {
        await using var host = Connect("h1", login, method, password);

        var script = await Assert.ThrowsAsync<BecomeException>(() => RunAsync(host, user, "true"));
        var pipe = await Assert.ThrowsAsync<BecomeException>(() => host.OpenShellAsync(user, new OutputBuffer(), Token));

        Assert.Contains(message, script.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(password ?? "wr0ng", $"{script} {pipe}", StringComparison.Ordinal);
        Assert.Equal("still here\n", (await host.RunAsync("echo still here")).Stdout);
    }

    [Fact]
    public async Task Su_gives_a_shell_to_a_service_only_where_root_asks()
    {
        await lab.SshAsync("h1", "echo 'svc:svc-pass' | chpasswd -c SHA512");
        await using var host = Connect("h1", "ops", BecomeMethod.Su, "svc-pass");

        var error = await Assert.ThrowsAsync<BecomeException>(() => RunAsync(host, "svc", "true"));

        Assert.Contains("--become-method sudo", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("free", BecomeMethod.Sudo, null)]
    [InlineData("free", BecomeMethod.Doas, null)]
    [InlineData("ops", BecomeMethod.Sudo, UsersLab.OpsPassword)]
    [InlineData("ops", BecomeMethod.Su, UsersLab.DbPassword)]
    [Behaviour("25", "30", "U4", "U9", "U13")]
    public async Task A_job_of_another_user_lives_its_whole_life_and_is_readable_to_nobody_else(string login, BecomeMethod method, string? password)
    {
        const string exposed = "find /home /tmp /var/tmp /dev/shm -newer /tmp/marker -perm /077 ! -type l ! -path /tmp ! -path /home";
        await lab.SshAsync("h1", "touch -d '1 sec ago' /tmp/marker; rm -rf /home/db/.playbooks_async");
        var before = await lab.SshAsync("h1", exposed);
        await using var shown = ProcessList.LookFor(UsersLab.OpsPassword, UsersLab.DbPassword);
        await using var host = Connect("h1", login, method, password);
        await using var jobs = new HostJobs(lab.Host("h1"), host, null, TimeProvider.System);

        var short1 = await jobs.StartAsync(Job("1", "id -un; echo \"$HOME\"; echo err >&2"), Token);
        var end = await jobs.WaitAsync(short1, TimeSpan.FromSeconds(60), null, Token);
        var output = await jobs.ReadAsync(short1, 1024, Token);
        var long1 = await jobs.StartAsync(Job("2", "sleep 600 & sleep 600"), Token);
        await Until.HoldsAsync(async () => (await jobs.LookAsync(long1, Token)).State == JobState.Running);
        await using var another = Connect("h1", "root", BecomeMethod.Sudo, null);
        await using var others = new HostJobs(lab.Host("h1"), another, null, TimeProvider.System);
        var found = (await others.LookAsync(long1, Token)).State;
        var files = (await lab.SshAsync("h1", "find /home/db/.playbooks_async -printf '%u %y %m %f\\n'")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var after = await lab.SshAsync("h1", exposed);
        var cancelled = (await jobs.CancelAsync(long1, TimeSpan.FromSeconds(10), Token)).State;
        var again = (await jobs.CancelAsync(long1, TimeSpan.FromSeconds(10), Token)).State;
        var cleaned = await jobs.CleanAsync("db", TimeSpan.Zero, Token);

        Assert.Equal((JobState.Succeeded, "db\n/home/db\n", "err\n"), (end.State, output.Stdout, output.Stderr));
        Assert.Equal(("db", $"/home/db/.playbooks_async/{short1.Id}"), (short1.User, short1.Directory));
        Assert.Equal((JobState.Running, JobState.Cancelled, JobState.Cancelled), (found, cancelled, again));
        Assert.Equal([short1.Id, long1.Id], cleaned.Order(StringComparer.Ordinal));
        Assert.True(files.Length > 8, string.Join('\n', files));
        Assert.All(files, file => Assert.Matches("^db (d 700|[fp] 600|l 777) ", file));
        Assert.Equal(before, after);
        Assert.Empty(await shown.EndAsync());
    }

    [Fact]
    [Behaviour("25")]
    public async Task A_host_with_a_wrong_password_fails_alone_and_no_password_is_shown()
    {
        await lab.SshAsync("h1", "rm -rf /home/db/.playbooks_async");
        var inventory = Path.Combine(lab.LocalHome, "users.ini");
        await File.WriteAllTextAsync(
            inventory,
            $"[lab]\n{string.Join('\n', lab.Names.Select(name => $"{name} ansible_host={lab.Address(name)}"))}\n[lab:vars]\n"
            + $"ansible_port={Lab.Port}\nansible_user=ops\n"
            + $"ansible_ssh_private_key_file={lab.Key}\nansible_become_user=db\n[odd]\nh2 ansible_become_password=wr0ng\n",
            Token);
        await using var shown = ProcessList.LookFor(UsersLab.OpsPassword, "wr0ng");
        string[] options = ["-i", inventory, "--known-hosts", lab.KnownHosts, "-K"];

        var plain = await OnTerminal.RunAsync(PlaybookFile.Program("users"), lab.LocalHome, UsersLab.OpsPassword, [.. options, "-vvv"]);
        var json = await OnTerminal.RunAsync(PlaybookFile.Program("users"), lab.LocalHome, UsersLab.OpsPassword, [.. options, "-o", "json"]);

        Assert.Empty(await shown.EndAsync());
        foreach (var run in new[] { plain, json })
        {
            Assert.True(run.ExitCode == 2, $"Exit code {run.ExitCode}\n{run.Stdout}\n{run.Stderr}");
            Assert.Contains("Become password: ", run.Stdout, StringComparison.Ordinal);
            Assert.Contains("db in /home/db", run.Stdout, StringComparison.Ordinal);
            Assert.Contains("sudo rejected the password", run.Stdout, StringComparison.Ordinal);
            Assert.DoesNotContain("pass $HOME", run.Stdout, StringComparison.Ordinal);
            Assert.DoesNotContain("wr0ng", run.Stdout, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Where_there_is_no_terminal_the_password_cannot_be_asked_for()
    {
        var run = await PlaybookFile.Program("users").RunWithoutTerminalAsync(lab.LocalHome, [.. lab.Options, "-K"]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(
            "-K cannot ask for the password because there is no terminal. Set the environment variable PLAYBOOKS_BECOME_PASSWORD",
            run.Stderr,
            StringComparison.Ordinal);
    }

    private static Task<ScriptOutcome> RunAsync(IHostConnection host, string user, string script) =>
        host.RunAsync(new ShellScript(script) { User = user }, Token);

    private static JobSpec Job(string id, string script) => new($"become-{id}", script, TimeSpan.FromSeconds(300))
    {
        Playbook = "become",
        Task = "job",
        Run = "become",
        User = "db",
    };

    private IHostConnection Connect(string name, string login, BecomeMethod method, string? password)
    {
        var options = lab.Login() with { User = login, BecomeMethod = method, BecomePassword = password is null ? null : new Secret(password) };
        return new Connector(options, TimeProvider.System).Connect(lab.Host(name));
    }
}
