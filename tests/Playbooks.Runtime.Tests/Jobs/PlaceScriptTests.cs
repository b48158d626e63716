
using Playbooks.Jobs;
using Playbooks.Jobs.Scripts;

namespace Playbooks.Runtime.Tests.Jobs;

/// <summary>How a host finds out where a job outlives the login, with stand-ins for the programs of systemd.</summary>
[Needs("process")]
public sealed class PlaceScriptTests : IDisposable
{
    private const string Kills = "b true\nas 0\nas 0";
    private const string Spares = "b false\nas 0\nas 0";

    private readonly string _systemd = Directory.CreateTempSubdirectory("playbooks-systemd-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_systemd, recursive: true);

    [Theory]
    [EachShell]
    public async Task Without_systemd_a_job_is_started_where_the_login_is(string shell)
    {
        await using var host = new ShellHost(shell.Split(' ')[0]);

        Assert.Equal("here - -\n-\n-\n", await PlaceAsync(host, isBooted: false));
    }

    [Theory]
    [EachShell]
    public async Task Root_asks_systemd_for_a_scope_and_logind_is_not_asked(string shell)
    {
        await using var host = Host(shell, "0", "root", "exit 1");

        Assert.Equal("system 0 user-0.slice\nroot\n-\n", await PlaceAsync(host, session: 0));
    }

    [Theory]
    [EachShell]
    public async Task A_user_with_lingering_uses_the_users_own_systemd(string shell)
    {
        foreach (var (name, file) in ((string, string)[])[
            ("bob", "bob"), (@"DOM\bob", @"DOM\\bob"), ("b'o \"b", @"b\'o \""b"), ("bob.x_y-z@d$", "bob.x_y-z@d$")
        ])
        {
            await using var host = Host(shell, "1001", name, Says(Kills));
            await File.WriteAllTextAsync(Path.Join(_systemd, file), "", Token);

            Assert.Equal($"user 1001 user-1001.slice\n{name}\n-\n", await PlaceAsync(host, session: 1001));
        }
    }

    [Theory]
    [InlineData("dash")]
    [InlineData("bash")]
    [InlineData("busybox")]
    public async Task A_name_of_other_than_ASCII_characters_is_found_as_systemd_writes_it(string shell)
    {
        await using var host = Host(shell, "1001", "bäb", Says(Kills));
        await File.WriteAllTextAsync(Path.Join(_systemd, @"b\303\244b"), "", Token);

        Assert.Equal("user 1001 user-1001.slice\nbäb\n-\n", await PlaceAsync(host, session: 1001));
    }

    [Theory]
    [EachShell]
    public async Task Logind_itself_is_asked_what_it_does(string shell)
    {
        foreach (var (name, answer, place) in ((string, string, string)[])
            [
                ("bob", Kills, "ended"),
                ("bob", Spares, "here"),
                ("bob", "b true\nas 0\nas 2 \"root\" \"bob\"", "here"),
                ("bob", "b true\nas 0\nas 2 \"bobby\" \"a bob\"", "ended"),
                ("bob", "b false\nas 1 \"bob\"\nas 0", "ended"),
                ("bob", "b true\nas 1 \"ben\"\nas 0", "here"),
                ("bob", "b true\nas 1 \"bob\"\nas 1 \"bob\"", "here"),
                (@"DOM\bob", "b true\nas 0\nas 1 \"DOM\\\\bob\"", "here"),
                (@"DOM\bob", "b true\nas 0\nas 1 \"bob\"", "ended"),
            ])
        {
            await using var host = Host(shell, "1001", name, Says(answer));

            Assert.Equal($"{place} 1001 user-1001.slice\n{name}\n{name}\n", await PlaceAsync(host, session: 1001));
        }
    }

    [Theory]
    [EachShell]
    public async Task It_counts_whose_session_it_is(string shell)
    {
        foreach (var (session, owner, answer, place) in ((int, string, string, string)[])
            [
                (1002, "ben", Kills, "ended"),
                (1002, "ben", "b true\nas 0\nas 1 \"bob\"", "ended"),
                (1002, "ben", "b true\nas 0\nas 1 \"ben\"", "here"),
                (0, "root", Kills, "here"),
                (0, "root", "b true\nas 0\nas 1 \"ben\"", "ended"),
            ])
        {
            await using var host = Host(shell, "1001", "bob", Says(answer));
            host.Replace("loginctl", $"[ \"$*\" = 'show-user {session} --property=Name' ] && echo Name={owner}");

            Assert.Equal($"{place} 1001 user-{session}.slice\nbob\n{owner}\n", await PlaceAsync(host, session));
        }
    }

    [Theory]
    [EachShell]
    public async Task Where_systemd_has_given_no_scope_it_is_not_asked_again(string shell)
    {
        await using var host = Host(shell, "1001", "bob", Says(Kills));
        await File.WriteAllTextAsync(Path.Join(_systemd, "bob"), "", Token);

        Assert.Equal("ended 1001 user-1001.slice\nbob\nbob\n", await PlaceAsync(host, session: 1001, hasFailed: true));
    }

    [Theory]
    [InlineData("exit 127")]
    [InlineData("echo 'Failed to get property: Connection refused' >&2; exit 1")]
    public async Task Where_logind_does_not_answer_nothing_is_known_to_end_the_session(string busctl)
    {
        await using var host = Host("dash", "1001", "bob", busctl);

        Assert.Equal("here 1001 user-1001.slice\nbob\nbob\n", await PlaceAsync(host, session: 1001));
    }

    [Fact]
    public async Task Outside_of_sessions_logind_ends_nothing()
    {
        await using var host = Host("dash", "1001", "bob", Says(Kills));

        Assert.Equal("here 1001 -\nbob\n-\n", await PlaceAsync(host));
    }

    [Fact]
    public async Task A_program_of_a_desktop_ends_with_the_session_too()
    {
        await using var host = Host("dash", "1001", "bob", Says(Kills));
        await File.WriteAllTextAsync(Path.Join(_systemd, "cgroup"), "0::/user.slice/user-1001.slice/user@1001.service/app.slice/vte-spawn-1.scope\n", Token);

        Assert.StartsWith("ended 1001 user-1001.slice\n", await RunAsync(host, hasFailed: false), StringComparison.Ordinal);
    }

    [Theory]
    [EachShell]
    public async Task A_scope_adds_nothing_to_the_environment_of_a_task_and_takes_nothing_from_it(string shell)
    {
        foreach (var (scope, runtime, invocation) in ((string, string?, string?)[])[
            ("system", null, null), ("user", null, null), ("user", "/run/user/0", "mine")
        ])
        {
            await using var host = new ShellHost(shell.Split(' ')[0]);
            host.Replace("systemd-run", """
                echo "$XDG_RUNTIME_DIR $1" >~/asked
                INVOCATION_ID=theirs
                export INVOCATION_ID
                until [ "$1" = -- ]; do shift; done
                shift
                exec "$@"
                """);
            var variables = new List<string>();
            foreach (var (name, value) in new[] { ("XDG_RUNTIME_DIR", runtime), ("INVOCATION_ID", invocation) })
            {
                if (value is not null)
                {
                    host.Environment[name] = value;
                    variables.Add($"{name}={value}");
                }
            }

            await using var jobs = new HostJobs(new Host("here"), host, null, TimeProvider.System);
            var spec = new JobSpec("run.backup.0", "env | grep -e ^XDG_RUNTIME_DIR= -e ^INVOCATION_ID= | sort -r", TimeSpan.FromSeconds(60))
            {
                Playbook = "Nightly",
                Task = "Backup",
                Run = "run"
            };

            var answer = await host.FeedAsync($"({JobScripts.Start(spec, "~/.playbooks_async", scope)}) </dev/null\n", Token);

            Assert.StartsWith("started ", answer.Stdout, StringComparison.Ordinal);
            var job = new JobHandle(spec.Id, "here", "", Path.Join(host.JobsDirectory, spec.Id), DateTimeOffset.UnixEpoch, spec.Limit);
            await jobs.WaitAsync(job, TimeSpan.FromMinutes(5), null, Token);
            Assert.Equal(variables, (await jobs.ReadAsync(job, 1000, Token)).Stdout.Split('\n', StringSplitOptions.RemoveEmptyEntries));
            Assert.Equal(
                scope == "user" ? $"/run/user/{await IdAsync(host)} --user\n" : " --system\n",
                await File.ReadAllTextAsync(Path.Join(host.Home, "asked"), Token));
        }
    }

    private static string Says(string answer) => $"cat <<'END'\n{answer}\nEND";

    private static async Task<string> IdAsync(ShellHost host) => (await host.FeedAsync("id -u\n", Token)).Stdout.Trim();

    private static ShellHost Host(string shell, string number, string name, string busctl)
    {
        var host = new ShellHost(shell.Split(' ')[0]);
        host.Replace("id", $"case $* in -u) echo {number} ;; *) cat <<'END'\n{name}\nEND\nesac");
        host.Replace("systemd-run", "exit 1");
        host.Replace("busctl", busctl);
        return host;
    }

    private async Task<string> PlaceAsync(ShellHost host, int? session = null, bool isBooted = true, bool hasFailed = false)
    {
        var group = session is { } number ? $"/user.slice/user-{number}.slice/session-7.scope" : "/system.slice/ssh.service";
        await File.WriteAllTextAsync(Path.Join(_systemd, "cgroup"), $"9:name=systemd:{group}\n4:memory:/\n0::{group}\n", Token);
        return await RunAsync(host, hasFailed, isBooted ? _systemd : Path.Join(_systemd, "nothing"));
    }

    private async Task<string> RunAsync(ShellHost host, bool hasFailed, string? booted = null)
    {
        var script = JobScripts.Place(hasFailed)
            .Replace("/run/systemd/system", booted ?? _systemd, StringComparison.Ordinal)
            .Replace("/var/lib/systemd/linger", _systemd, StringComparison.Ordinal)
            .Replace("/proc/self/cgroup", Path.Join(_systemd, "cgroup"), StringComparison.Ordinal);
        return (await host.FeedAsync($"({script}) </dev/null\n", Token)).Stdout;
    }
}
