using System.Security.Cryptography;
using Playbooks.Connections;
using Playbooks.Connections.Shells;
using Playbooks.Ssh.Tests.Hosts;

namespace Playbooks.Ssh.Tests.Connections;

/// <summary>Scripts, content and users over real SSH.</summary>
public sealed class SshTests(Lab lab) : IClassFixture<Lab>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_script_gives_its_output_its_errors_and_its_status()
    {
        await using var host = lab.Connect("h1");

        var outcome = await host.RunAsync("printf out; printf err >&2; exit 3");

        Assert.Equal((3, "out", "err", JobState.Failed), (outcome.Rc, outcome.Stdout, outcome.Stderr, outcome.State));
    }

    [Fact]
    public async Task Scripts_share_one_connection_and_one_shell()
    {
        await using var host = lab.Connect("h1");
        var first = await host.RunAsync("echo $$; echo $SSH_CONNECTION");

        Assert.Equal(first.Stdout, (await host.RunAsync("echo $$; echo $SSH_CONNECTION")).Stdout);
    }

    [Fact]
    public async Task All_bytes_of_a_large_output_arrive_on_both_streams()
    {
        await using var host = lab.Connect("h1");

        var script = new ShellScript("i=0; while [ $i -lt 8 ]; do head -c 1048576 /dev/zero; head -c 1048576 /dev/zero >&2; i=$((i + 1)); done; printf end");
        var outcome = await host.RunAsync(script with { MostOutput = 16 * 1048576 }, Token);

        Assert.Equal((8 * 1048576) + 3, outcome.Stdout.Length);
        Assert.Equal(8 * 1048576, outcome.Stderr.Length);
        Assert.EndsWith("\0end", outcome.Stdout, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_of_a_megabyte_runs()
    {
        await using var host = lab.Connect("h1");

        var outcome = await host.RunAsync($"x='{new string('x', 1024 * 1024)}'; echo ${{#x}}");

        Assert.Equal("1048576\n", outcome.Stdout);
    }

    [Fact]
    public async Task Content_arrives_byte_by_byte()
    {
        await using var host = lab.Connect("h1");
        var bytes = RandomNumberGenerator.GetBytes(20_000_003);
        using var input = new MemoryStream(bytes);

        var outcome = await host.SendAsync(new ShellScript("cat >large; echo done"), input, Token);

        Assert.Equal((0, "done\n"), (outcome.Rc, outcome.Stdout));
        var arrived = await File.ReadAllBytesAsync(Path.Combine(lab.Home("h1"), "large"), Token);
        Assert.True(bytes.AsSpan().SequenceEqual(arrived));
    }

    [Fact]
    public async Task Empty_content_ends_at_once()
    {
        await using var host = lab.Connect("h1");

        Assert.Equal("0", (await host.SendAsync(new ShellScript("wc -c"), Stream.Null, Token)).Stdout.Trim());
    }

    [Fact]
    public async Task The_input_of_a_pipe_ends_also_where_nothing_was_written()
    {
        await using var host = lab.Connect("h1");
        await using var pipe = await host.OpenShellAsync(null, new OutputBuffer(), Token);

        await pipe.CompleteInputAsync(Token);

        Assert.Equal(new PipeExit(0), await pipe.Exit.WaitAsync(TimeSpan.FromSeconds(20), Token));
    }

    [Fact]
    public async Task Becoming_the_user_who_logged_in_runs_no_sudo()
    {
        await using var host = lab.Connect("h1");
        var plain = await host.RunAsync("echo $$");

        var outcome = await host.RunAsync(new ShellScript("echo $$; echo \"${SUDO_USER-none}\"") { User = Lab.User }, Token);

        Assert.Equal(plain.Stdout + "none\n", outcome.Stdout);
    }

    [Fact]
    public async Task A_script_can_run_as_another_user()
    {
        await using var host = lab.Connect("h1");

        Assert.Equal("daemon\n", (await host.RunAsync(new ShellScript("id -un") { User = "daemon" }, Token)).Stdout);
    }

    [Fact]
    public async Task A_user_that_does_not_exist_fails_the_task_and_not_the_host()
    {
        await using var host = lab.Connect("h1");

        await Assert.ThrowsAsync<BecomeException>(() => host.RunAsync(new ShellScript("true") { User = "no-such-user" }, Token));

        Assert.Equal(0, (await host.RunAsync("true")).Rc);
    }

    [Fact]
    public async Task Cancelling_a_script_ends_it_on_the_host_and_keeps_its_shell()
    {
        await using var host = lab.Connect("h1");
        var shell = await host.RunAsync("echo $$");
        using var cancel = new CancellationTokenSource();
        var script = host.RunAsync(new ShellScript("sleep 300 & echo $! >pid; sleep 300"), cancel.Token);
        var file = Path.Combine(lab.Home("h1"), "pid");
        await Until.HoldsAsync(() => File.Exists(file) && new FileInfo(file).Length > 0);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => script);
        Assert.NotEqual(0, (await host.RunAsync("kill -0 $(cat pid)")).Rc);
        Assert.Equal(shell.Stdout, (await host.RunAsync("echo $$")).Stdout);
    }

    [Fact]
    public async Task Processes_that_a_script_left_running_print_into_no_other_result_and_survive_the_connection()
    {
        const string Server =
            "(until [ -e go ]; do sleep 0.05; done; " +
            "i=0; while [ $i -lt 300 ]; do i=$((i + 1)); printf '%01000d\n' $i; printf '%01000d\n' $i >&2; done; : >done) & echo started";
        var home = lab.Home("h2");
        await using (var host = lab.Connect("h2"))
        {
            Assert.Equal("started\n", (await host.RunAsync(Server)).Stdout);
            var later = await host.RunAsync(": >go; until [ -e done ]; do sleep 0.05; done; echo mine; rm go done");
            Assert.Equal(("mine\n", ""), (later.Stdout, later.Stderr));
            for (var number = 0; number < 12; number++)
            {
                Assert.Equal("started\n", (await host.RunAsync(Server.Replace(": >done", $": >done{number}", StringComparison.Ordinal))).Stdout);
            }
        }

        await File.WriteAllTextAsync(Path.Combine(home, "go"), "", Token);

        await Until.HoldsAsync(() => Directory.GetFiles(home, "done*").Length == 12);
    }

    [Fact]
    public async Task Nine_scripts_on_six_shells_all_come_to_their_turn()
    {
        await using var host = lab.Connect("h1");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 9).Select(_ => host.RunAsync("sleep 0.3; echo $$")));

        Assert.Equal(6, outcomes.Select(outcome => outcome.Stdout).Distinct().Count());
    }

    [Fact]
    public async Task A_script_that_kills_its_shell_does_not_make_the_host_unreachable()
    {
        await using var host = lab.Connect("h1");

        var outcome = await host.RunAsync("kill -KILL $$");

        Assert.Null(outcome.Rc);
        Assert.Equal("the script ended the shell that ran it (signal KILL)", outcome.Reason);
        Assert.Equal(0, (await host.RunAsync("true")).Rc);
    }

    [Fact]
    public async Task Waiting_holds_no_thread_of_the_pool()
    {
        await using var host = lab.Connect("h1");
        await host.RunAsync("true");
        var before = ThreadPool.ThreadCount;
        var pipes = new List<IPipe>();
        for (var i = 0; i < 8; i++)
        {
            var pipe = await host.OpenShellAsync(null, new OutputBuffer(), Token);
            await pipe.WriteAsync("read x\n"u8.ToArray(), Token);
            pipes.Add(pipe);
        }

        Assert.InRange(ThreadPool.ThreadCount, 0, before + 4);
        foreach (var pipe in pipes)
        {
            await pipe.CompleteInputAsync(Token);
            await pipe.Exit;
            await pipe.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_variable_of_the_environment_is_in_no_process_list()
    {
        await using var host = lab.Connect("h1");
        var script = new ShellScript("for f in /proc/[0-9]*/cmdline; do tr '\\0' ' ' <$f 2>/dev/null; done; [ \"$TOKEN\" = \"$(printf 's3%s' cret)\" ]")
        {
            Env = new Dictionary<string, string> { ["TOKEN"] = "s3cret" },
        };

        var outcome = await host.RunAsync(script, Token);

        Assert.Equal(0, outcome.Rc);
        Assert.Contains("/bin/sh", outcome.Stdout, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", outcome.Stdout, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_outcome_says_when_and_how_long()
    {
        await using var host = lab.Connect("h1");
        var before = DateTimeOffset.UtcNow;

        var outcome = await host.RunAsync("sleep 0.2");

        Assert.InRange(outcome.Started, before, DateTimeOffset.UtcNow);
        Assert.InRange(outcome.Duration.TotalSeconds, 0.2, 20);
    }
}
