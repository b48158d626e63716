using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Playbooks.Connections;
using Playbooks.Connections.Local;
using Playbooks.Connections.Shells;

namespace Playbooks.Runtime.Tests.Connections;

[Needs("process")]
public sealed class HostConnectionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Scripts_one_after_the_other_share_a_shell()
    {
        await using var host = Shells.Connect();

        var first = await host.RunAsync("echo $$");
        var second = await host.RunAsync("echo $$");

        Assert.Equal(first.Stdout, second.Stdout);
    }

    [Fact]
    public async Task It_connects_once_when_first_used_also_by_many_at_once()
    {
        var connects = 0;
        await using var host = new HostConnection(
            "here",
            "me",
            async _ =>
            {
                Interlocked.Increment(ref connects);
                await Task.Yield();
                return new LocalTransport("here", TimeProvider.System);
            },
            TimeProvider.System);
        Assert.Equal(0, connects);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.RunAsync("true")));

        Assert.Equal(1, connects);
    }

    [Fact]
    [Language("F40")]
    public async Task Six_scripts_run_at_once_and_the_seventh_waits_for_its_turn()
    {
        await using var host = Shells.Connect();
        var folder = Directory.CreateTempSubdirectory();
        var scripts = Enumerable.Range(0, 9)
            .Select(_ => host.RunAsync($"echo $$ >{folder}/$$; while [ ! -e {folder}/go ]; do sleep 0.02; done; echo $$"))
            .ToArray();

        await Eventually(() => folder.GetFiles().Length == 6);
        Assert.DoesNotContain(scripts, script => script.IsCompleted);
        await File.WriteAllTextAsync(Path.Join(folder.FullName, "go"), "", Token);
        var outcomes = await Task.WhenAll(scripts);

        Assert.Equal(6, outcomes.Select(outcome => outcome.Stdout).Distinct().Count());
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_script_that_waits_for_its_turn_can_be_cancelled()
    {
        await using var host = Shells.Connect();
        using var busy = new CancellationTokenSource();
        var six = Enumerable.Range(0, 6).Select(_ => host.RunAsync(new ShellScript("sleep 60"), busy.Token)).ToArray();
        using var cancel = new CancellationTokenSource();
        var seventh = host.RunAsync(new ShellScript("true"), cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => seventh);
        await busy.CancelAsync();
        foreach (var one in six)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        }
    }

    [Theory]
    [EachShell(AsPath = true)]
    public async Task A_script_that_kills_its_shell_fails_and_the_next_gets_a_new_one(string shell)
    {
        await using var host = Shells.Connect(shell);
        var before = await host.RunAsync("echo $$");

        var outcome = await host.RunAsync("echo so far; kill -KILL $$; sleep 0.1; echo more");
        var next = await host.RunAsync("echo $$");

        Assert.Null(outcome.Rc);
        Assert.Equal(JobState.Failed, outcome.State);
        Assert.StartsWith("so far\n", outcome.Stdout, StringComparison.Ordinal);
        Assert.Equal("the script ended the shell that ran it (signal KILL)", outcome.Reason);
        Assert.Equal(0, next.Rc);
        Assert.NotEqual(before.Stdout, next.Stdout);
    }

    [Fact]
    public async Task Of_a_script_that_prints_much_the_last_mebibyte_of_each_stream_is_kept()
    {
        await using var host = Shells.Connect();
        var printed = string.Concat(Enumerable.Range(1, 400_000).Select(number => $"{number}\n"));

        var outcome = await host.RunAsync("seq 1 400000; seq 1 400000 >&2");
        var little = await host.RunAsync("echo hello");

        Assert.Equal((printed[^(1 << 20)..], printed[^(1 << 20)..]), (outcome.Stdout, outcome.Stderr));
        Assert.Equal((true, false), (outcome.Truncated, little.Truncated));
        Assert.Equal("the host's answer is longer than 1 MiB", outcome.Failure);
    }

    [Fact]
    public async Task A_script_that_kills_its_process_group_does_not_reach_us()
    {
        await using var host = Shells.Connect();

        var outcome = await host.RunAsync("kill -TERM 0; sleep 5");

        Assert.NotEqual(0, outcome.Rc ?? 1);
        Assert.Equal(0, (await host.RunAsync("true")).Rc);
    }

    [Fact]
    public async Task A_shell_that_died_between_two_scripts_is_replaced_unseen()
    {
        await using var host = Shells.Connect();
        var pid = int.Parse((await host.RunAsync("echo $$")).Stdout, CultureInfo.InvariantCulture);
        using var shell = Process.GetProcessById(pid);
        shell.Kill();
        await shell.WaitForExitAsync(Token);

        var outcome = await host.RunAsync("echo again");

        Assert.Equal("again\n", outcome.Stdout);
    }

    [Theory]
    [EachShell(AsPath = true)]
    public async Task Cancelling_a_script_ends_all_its_processes_and_keeps_its_shell(string shell) => await CancelStubbornAsync(shell);

    [Fact]
    public async Task A_script_is_ended_in_time_where_everything_takes_long()
    {
        var slow = Directory.CreateTempSubdirectory();
        Executable.Put(Path.Join(slow.FullName, "sleep"), "[ \"$1\" != 0.1 ] || set 0.7\nexec /bin/sleep \"$@\"");

        await CancelStubbornAsync($"env PATH={slow}:/usr/bin:/bin /bin/sh");

        slow.Delete(recursive: true);
    }

    [Fact]
    public async Task Processes_that_a_script_left_running_survive_the_cancel_of_another_script()
    {
        await using var host = Shells.Connect();
        var pid = int.Parse((await host.RunAsync("sleep 300 >/dev/null 2>&1 & echo $!")).Stdout, CultureInfo.InvariantCulture);
        using var cancel = new CancellationTokenSource();
        var file = Path.Join(Path.GetTempPath(), Path.GetRandomFileName());
        var script = host.RunAsync(new ShellScript($"echo x >{file}; sleep 300"), cancel.Token);
        await Eventually(() => File.Exists(file));

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => script);
        Assert.True(IsRunning(pid));
        using var left = Process.GetProcessById(pid);
        left.Kill();
        File.Delete(file);
    }

    [Fact]
    public async Task A_script_may_leave_a_process_that_holds_its_output_open()
    {
        await using var host = Shells.Connect();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromSeconds(20));

        var outcome = await host.RunAsync(new ShellScript("sleep 300 & echo $!"), limit.Token);

        Assert.Equal(0, outcome.Rc);
        using var left = Process.GetProcessById(int.Parse(outcome.Stdout, CultureInfo.InvariantCulture));
        left.Kill();
    }

    [Theory]
    [EachShell(AsPath = true)]
    public async Task Input_reaches_the_script_byte_by_byte(string shell)
    {
        await using var host = Shells.Connect(shell);
        var bytes = RandomNumberGenerator.GetBytes(3_000_001);
        using var input = new MemoryStream(bytes);
        var file = Path.GetTempFileName();

        var outcome = await host.SendAsync(new ShellScript($"cat >{file}; echo done"), input, Token);

        Assert.Equal((0, "done\n"), (outcome.Rc, outcome.Stdout));
        var arrived = await File.ReadAllBytesAsync(file, Token);
        Assert.True(bytes.AsSpan().SequenceEqual(arrived));
        File.Delete(file);
    }

    [Fact]
    public async Task Empty_input_ends_at_once()
    {
        await using var host = Shells.Connect();

        var outcome = await host.SendAsync(new ShellScript("wc -c"), Stream.Null, Token);

        Assert.Equal("0", outcome.Stdout.Trim());
    }

    [Fact]
    public async Task A_script_need_not_read_its_input()
    {
        await using var host = Shells.Connect();
        using var input = new MemoryStream(new byte[10_000_000]);

        var outcome = await host.SendAsync(new ShellScript("exit 5"), input, Token);

        Assert.Equal(5, outcome.Rc);
    }

    [Fact]
    public async Task Input_that_cannot_be_read_ends_the_script_before_it_takes_a_part_for_the_whole()
    {
        await using var host = Shells.Connect();
        var file = Path.Join(Path.GetTempPath(), Path.GetRandomFileName());
        using var input = new BrokenStream();

        await Assert.ThrowsAsync<IOException>(() => host.SendAsync(new ShellScript($"cat >/dev/null; echo whole >{file}"), input, Token));

        Assert.Equal(0, (await host.RunAsync("true")).Rc);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task A_pipe_of_ones_own_is_a_plain_shell()
    {
        await using var host = Shells.Connect();
        var sink = new OutputBuffer();
        await using var pipe = await host.OpenShellAsync(null, sink, Token);

        await pipe.WriteAsync("echo hi; exit 4\n"u8.ToArray(), Token);

        Assert.Equal(4, (await pipe.Exit).Status);
        Assert.Equal("hi\n", sink.Stdout);
    }

    [Fact]
    public async Task Becoming_the_user_that_one_is_runs_nothing()
    {
        await using var host = Shells.Connect();
        var plain = await host.RunAsync("echo $$");

        var outcome = await host.RunAsync(new ShellScript("echo $$; echo \"${SUDO_USER-none}\"") { User = Environment.UserName }, Token);

        Assert.Equal(plain.Stdout + "none\n", outcome.Stdout);
    }

    [Fact]
    [Language("C10")]
    public async Task A_script_of_another_user_runs_in_that_users_own_shell()
    {
        await using var host = Shells.Connect();

        var own = await host.RunAsync("echo $$");

        var first = await host.RunAsync(
            new ShellScript("id -un; pwd; echo \"$A\"") { User = "daemon", Env = new Dictionary<string, string> { ["A"] = "b" } }, Token);
        var second = await host.RunAsync(new ShellScript("id -un; pwd; echo \"${A-none}\"") { User = "daemon" }, Token);

        Assert.Equal(("daemon\n/usr/sbin\nb\n", "daemon\n/usr/sbin\nnone\n"), (first.Stdout, second.Stdout));
        Assert.Equal(own.Stdout, (await host.RunAsync("echo $$")).Stdout);
    }

    [Fact]
    public async Task A_script_of_another_user_can_be_cancelled()
    {
        await using var host = Shells.Connect();
        var file = Path.Join("/tmp", Path.GetRandomFileName()); // where that user may write, whatever TMPDIR is
        using var cancel = new CancellationTokenSource();
        var script = host.RunAsync(new ShellScript($"echo $$ >{file}; exec sleep 300") { User = "daemon" }, cancel.Token);
        await Eventually(() => File.Exists(file) && new FileInfo(file).Length > 0);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => script);
        Assert.Equal(0, (await host.RunAsync(new ShellScript("true") { User = "daemon" }, Token)).Rc);
        File.Delete(file);
    }

    [Fact]
    public async Task A_user_that_does_not_exist_is_reported()
    {
        await using var host = Shells.Connect();

        var error = await Assert.ThrowsAsync<BecomeException>(() => host.RunAsync(new ShellScript("true") { User = "no-such-user" }, Token));

        Assert.Contains("the user does not exist", error.Message, StringComparison.Ordinal);
        Assert.Equal(("here", "no-such-user"), (error.Host, error.User));
    }

    [Fact]
    public async Task A_user_that_does_not_exist_gets_no_pipe_either()
    {
        await using var host = Shells.Connect();

        await Assert.ThrowsAsync<BecomeException>(() => host.OpenShellAsync("no-such-user", new OutputBuffer(), Token));
    }

    [Fact]
    public async Task A_pipe_of_another_user_has_only_the_output_of_its_commands()
    {
        await using var host = Shells.Connect();
        var sink = new OutputBuffer();
        await using var pipe = await host.OpenShellAsync("daemon", sink, Token);

        await pipe.WriteAsync("id -un; exit\n"u8.ToArray(), Token);

        Assert.Equal(0, (await pipe.Exit).Status);
        Assert.Equal("daemon\n", sink.Stdout);
    }

    [Fact]
    public async Task After_a_reset_the_next_use_connects_again()
    {
        var connects = 0;
        await using var host = new HostConnection(
            "here",
            "me",
            _ => Task.FromResult<ITransport>(new LocalTransport("here", TimeProvider.System))
                .ContinueWith(task => { connects++; return task.Result; }, TaskScheduler.Default),
            TimeProvider.System);
        var before = await host.RunAsync("echo $$");

        await host.ResetAsync();
        var after = await host.RunAsync("echo $$");

        Assert.Equal(2, connects);
        Assert.NotEqual(before.Stdout, after.Stdout);
    }

    [Fact]
    public async Task An_attempt_to_connect_that_may_succeed_later_is_tried_again()
    {
        var attempts = 0;
        await using var host = new HostConnection(
            "here",
            "me",
            _ => ++attempts < 3
                ? throw new UnreachableException("here", "closed before a valid SSH identification string")
                : Task.FromResult<ITransport>(new LocalTransport("here", TimeProvider.System)),
            TimeProvider.System);

        Assert.Equal(0, (await host.RunAsync("true")).Rc);
        Assert.Equal(3, attempts);
    }

    [Fact]
    public async Task A_refusal_for_good_is_not_tried_again_and_the_next_use_asks_anew()
    {
        var attempts = 0;
        await using var host = new HostConnection(
            "here",
            "me",
            _ =>
            {
                attempts++;
                throw new UnreachableException("here", "no") { IsTransient = false };
            },
            TimeProvider.System);

        await Assert.ThrowsAsync<UnreachableException>(() => host.RunAsync("true"));
        await Assert.ThrowsAsync<UnreachableException>(() => host.RunAsync("true"));

        Assert.Equal(2, attempts);
    }

    [Fact]
    public async Task A_closed_connection_serves_nobody()
    {
        var host = Shells.Connect();
        await host.RunAsync("true");
        await host.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => host.RunAsync("true"));
    }

    /// <summary>Cancels a script whose processes do not end on TERM.</summary>
    private static async Task CancelStubbornAsync(string shell)
    {
        await using var host = Shells.Connect(shell);
        var before = await host.RunAsync("echo $$");
        var file = Path.Join(Path.GetTempPath(), Path.GetRandomFileName());
        string[] files = [$"{file}.1", $"{file}.2"];
        using var cancel = new CancellationTokenSource();
        var script = host.RunAsync(
            new ShellScript($"trap '' TERM; sh -c 'trap \"\" TERM; sleep 300 & echo $! >{file}.2; sleep 300' & echo $! >{file}.1; sleep 300"), cancel.Token);
        await Eventually(() => files.All(name => File.Exists(name) && new FileInfo(name).Length > 0));

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => script);
        foreach (var name in files)
        {
            Assert.False(IsRunning(int.Parse(await File.ReadAllTextAsync(name, Token), CultureInfo.InvariantCulture)));
            File.Delete(name);
        }

        Assert.Equal(before.Stdout, (await host.RunAsync("echo $$")).Stdout);
    }

    private static bool IsRunning(int pid)
    {
        try
        {
            return !File.ReadAllText($"/proc/{pid}/stat").Split(')')[^1].StartsWith(" Z", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static async Task Eventually(Func<bool> condition)
    {
        var clock = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), "It did not come to be.");
            await Task.Delay(10, Token);
        }
    }

    private sealed class BrokenStream : MemoryStream
    {
        private int _reads;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ++_reads > 1 ? throw new IOException("the disk is gone") : ValueTask.FromResult(buffer.Length);
    }
}
