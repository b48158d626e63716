using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Playbooks.Connections;
using Playbooks.Connections.Local;
using Playbooks.Connections.Shells;

namespace Playbooks.Runtime.Tests.Connections;

/// <summary>Whatever a script does, it gets its own output and status, and the next script is not disturbed.</summary>
[Needs("process")]
public sealed class FrameTests
{
    private const int NotZero = -1;

    public static TheoryData<string, string, int?, string?, bool?> Scripts
    {
        get
        {
            // NotZero for a status that shells choose; null for what they do not agree on.
            (string Script, int? Rc, string? Stdout, bool? HasErrors)[] scripts =
            [
                ("echo hello", 0, "hello\n", false),
                ("printf hello", 0, "hello", false),
                ("true", 0, "", false),
                ("exec /bin/true", 0, "", false),
                ("exit 3", 3, "", false),
                ("echo a; exit 255", 255, "a\n", false),
                ("echo out; echo err >&2", 0, "out\n", true),
                ("set -e; false; echo never", 1, "", false),
                ("set -u; echo \"$NO_SUCH_VARIABLE\"; echo never", NotZero, "", true),
                ("cd /tmp && X=1 PATH=/nowhere && f() { :; } && umask 0 && exec 5>/dev/null; echo ok", 0, "ok\n", false),
                ("cat; echo after", 0, "after\n", false),
                ("read x; echo \"[$x]\"", 0, "[]\n", false),
                ("exec 0<&- 1>&- 2>&-", 0, "", false),
                ("exec >/dev/null; echo gone", 0, "", false),
                ("trap 'echo bye' EXIT; echo hi", 0, "hi\nbye\n", false),
                ("trap '' TERM; trap 'exit 9' EXIT; exit 4", 9, "", false),
                ("echo \"unbalanced", NotZero, "", true),
                ("echo 'unbalanced", NotZero, "", true),
                ("}", NotZero, "", true),
                (") ; echo x", NotZero, "", true),
                ("fi", NotZero, "", true),
                ("cat <<EOF\nit's $((1 + 1))\nEOF", 0, "it's 2\n", false),
                ("case x in x) echo 'a b' ;; esac # comment", 0, "a b\n", false),
                ("# nothing but a comment", 0, "", false),
                ("", 0, "", false),
                ("shift 5; echo after", null, null, null),
                (". /no/such/file; echo after", null, null, true),
                ("exec 3</no/such/file; echo after", null, null, true),
                ("exec /no/such/program", NotZero, "", true),
                ("no-such-program", 127, "", true),
                ("readonly X=1; X=2; echo after", null, null, true),
                ("kill -TERM $(exec sh -c 'echo $PPID'); sleep 5", 143, "", false),
                ("exec sh -c 'kill -KILL $$'", 137, "", null),
                ("set -x; true; set +x", 0, "", true),
                ("exit 0; echo never", 0, "", false),
                ("(echo inner; exit 7); echo $?", 0, "inner\n7\n", false),
                ("alias echo=false; unset HOME; HOME=/nowhere; echo ok", 0, "ok\n", false),
                ("echo BEGIN; echo E0123456789abcdef0123 0", 0, "BEGIN\nE0123456789abcdef0123 0\n", false),
            ];
            var data = new TheoryData<string, string, int?, string?, bool?>();
            foreach (var shell in Shells.Every)
            {
                foreach (var (script, rc, stdout, hasErrors) in scripts)
                {
                    data.Add(shell, script, rc, stdout, hasErrors);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task A_script_gives_its_output_and_status_and_leaves_the_shell_as_it_was(string shell, string script, int? rc, string? stdout, bool? hasErrors)
    {
        await using var host = Shells.Connect(shell);
        var first = await host.RunAsync(Look);

        var outcome = await host.RunAsync(script);

        Assert.True(rc == NotZero ? outcome.Rc is > 0 : outcome.Rc == (rc ?? outcome.Rc), $"status {outcome.Rc}");
        Assert.Equal(stdout ?? outcome.Stdout, outcome.Stdout);
        Assert.Equal(hasErrors ?? outcome.Stderr.Length > 0, outcome.Stderr.Length > 0);
        Assert.Equal(first.Stdout, (await host.RunAsync(Look)).Stdout);
    }

    [Theory]
    [EachShell(AsPath = true)]
    public async Task All_bytes_arrive_as_they_were_printed_on_both_streams(string shell)
    {
        var bytes = RandomNumberGenerator.GetBytes(8 * 1024 * 1024);
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
        await using var transport = new LocalTransport("here", TimeProvider.System);
        await using var session = await ShellSession.OpenAsync(sink => transport.OpenAsync($"exec {shell}", sink, TestContext.Current.CancellationToken));
        for (var round = 0; round < 2; round++)
        {
            var frame = new Frame(new ShellScript($"cat {file} & cat {file} >&2; wait"));
            var sink = new Bytes();
            await session.StartAsync(frame, sink, TestContext.Current.CancellationToken);

            Assert.Equal(0, (await frame.Ended).Status);
            Assert.True(bytes.AsSpan().SequenceEqual(sink.Out.ToArray()));
            Assert.True(bytes.AsSpan().SequenceEqual(sink.Err.ToArray()));
        }

        File.Delete(file);
    }

    [Theory]
    [EachShell(AsPath = true)]
    public async Task A_script_of_a_megabyte_runs(string shell)
    {
        await using var host = Shells.Connect(shell);
        var script = new StringBuilder("cat <<'END'\n");
        while (script.Length < 1024 * 1024)
        {
            script.Append("it's line ").Append(script.Length).Append('\n');
        }

        var outcome = await host.RunAsync(script.Append("END\necho done\n").ToString());

        Assert.Equal(0, outcome.Rc);
        Assert.Equal(script.ToString()[12..^14] + "done\n", outcome.Stdout);
    }

    [Theory]
    [EachShell(AsPath = true)]
    public async Task A_part_of_a_frame_runs_nothing(string shell)
    {
        var file = Path.Join(Path.GetTempPath(), Path.GetRandomFileName());
        var frame = new Frame(new ShellScript($"echo ran >{file}")).Bytes;
        for (var length = frame.Length - 2; length > 0; length -= 7)
        {
            await using var transport = new LocalTransport("here", TimeProvider.System);
            await using var pipe = await transport.OpenAsync($"exec {shell}", new Bytes(), TestContext.Current.CancellationToken);
            await pipe.WriteAsync(frame[..length], TestContext.Current.CancellationToken);
            await pipe.CompleteInputAsync(TestContext.Current.CancellationToken);
            await pipe.Exit;

            Assert.False(File.Exists(file), $"{length} of {frame.Length} bytes did something");
        }
    }

    [Theory]
    [EachShell(AsPath = true)]
    public async Task A_killed_script_does_not_show_its_command_or_its_variables(string shell)
    {
        await using var host = Shells.Connect(shell);
        var script = new ShellScript("exec sh -c 'kill -KILL $$'") { Env = new Dictionary<string, string> { ["TOKEN"] = "s3cret" } };

        var outcome = await host.RunAsync(script, TestContext.Current.CancellationToken);
        var next = await host.RunAsync("echo next");

        // mksh insists on one word, "Killed".
        Assert.Equal((137, "KILL"), (outcome.Rc, outcome.Signal));
        Assert.True(outcome.Stderr.Trim() is "" or "Killed", outcome.Stderr);
        Assert.Equal("", next.Stderr);
    }

    [Theory]
    [Language("I2")]
    [EachShell(AsPath = true)]
    public async Task Variables_reach_the_script_and_not_the_next_one(string shell)
    {
        await using var host = Shells.Connect(shell);
        var env = new Dictionary<string, string> { ["A"] = "it's \"$B\"\n`x` \\ end", ["B"] = "", ["LC_ALL"] = "C" };

        var outcome = await host.RunAsync(
            new ShellScript("printf '[%s]' \"$A\" \"${B-unset}\"; exec env") { Env = env }, TestContext.Current.CancellationToken);
        var next = await host.RunAsync("echo \"[$A]${B-unset}\"");

        Assert.StartsWith("[it's \"$B\"\n`x` \\ end][]", outcome.Stdout, StringComparison.Ordinal);
        Assert.Contains("A=it's", outcome.Stdout, StringComparison.Ordinal);
        Assert.Equal("[]unset\n", next.Stdout);
    }

    [Theory]
    [EachShell(AsPath = true)]
    public async Task Output_between_scripts_is_dropped(string shell)
    {
        await using var host = Shells.Connect(shell);
        var file = Path.Join(Path.GetTempPath(), Path.GetRandomFileName());
        await host.RunAsync($"mkfifo {file}");
        await host.RunAsync($"{{ read x <{file}; echo noise; echo noise >&2; echo done >{file}; }} &");
        await File.WriteAllTextAsync(file, "go\n", TestContext.Current.CancellationToken);
        await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);

        var outcome = await host.RunAsync("echo mine");

        Assert.Equal(("mine\n", ""), (outcome.Stdout, outcome.Stderr));
        File.Delete(file);
    }

    [Theory]
    [EachShell(AsPath = true)]
    public async Task A_program_costs_one_new_process(string shell)
    {
        await using var host = Shells.Connect(shell);
        await host.RunAsync("exec /bin/true");
        var pid = int.Parse((await host.RunAsync("exec sh -c 'echo $$'")).Stdout, CultureInfo.InvariantCulture);
        var parent = (await host.RunAsync("echo $$")).Stdout.Trim();

        var outcome = await host.RunAsync("exec sh -c 'echo $PPID'");

        Assert.Equal(parent, outcome.Stdout.Trim());
        Assert.True(pid > 0);
    }

    [Theory]
    [InlineData("A B")]
    [InlineData("")]
    [InlineData("1A")]
    [InlineData("A;reboot")]
    public async Task A_name_that_no_variable_can_have_is_refused(string name)
    {
        await using var host = Shells.Connect();
        var script = new ShellScript("true") { Env = new Dictionary<string, string> { [name] = "x" } };

        var error = await Assert.ThrowsAsync<FormatException>(() => host.RunAsync(script, TestContext.Current.CancellationToken));

        Assert.Contains($"'{name}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_with_a_nul_is_refused()
    {
        await using var host = Shells.Connect();

        await Assert.ThrowsAsync<FormatException>(() => host.RunAsync("echo a\0b"));
    }

    private const string Look = "pwd; umask; echo \"$PATH|$HOME|${X-}|$#|$-\"; alias; ls -l /dev/fd/ | wc -l";

    private sealed class Bytes : IPipeSink
    {
        internal MemoryStream Out { get; } = new();

        internal MemoryStream Err { get; } = new();

        public void Output(ReadOnlySpan<byte> data) => Out.Write(data);

        public void Error(ReadOnlySpan<byte> data) => Err.Write(data);
    }
}
