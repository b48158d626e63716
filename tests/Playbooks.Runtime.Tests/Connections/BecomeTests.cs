using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using Playbooks.Connections;
using Playbooks.Connections.Escalation;
using Playbooks.Connections.Local;
using Playbooks.Connections.Shells;

namespace Playbooks.Runtime.Tests.Connections;

/// <summary>A password goes to the program that asks for it, once, and nowhere else.</summary>
[Needs("process")]
public sealed class BecomeTests : IDisposable
{
    private readonly LettingIn _machine = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, BecomeMethod> Programs
    {
        get
        {
            var data = new TheoryData<string, BecomeMethod>();
            foreach (var shell in Shells.Every)
            {
                data.Add(shell, BecomeMethod.Sudo);
                data.Add(shell, BecomeMethod.Su);
            }

            return data;
        }
    }

    public void Dispose() => _machine.Dispose();

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task The_right_password_lets_in_and_is_asked_for_once_a_shell(string shell, BecomeMethod method)
    {
        await using var host = _machine.Connect(method, method == BecomeMethod.Su ? LettingIn.Su : LettingIn.Sudo, "right one", shell);

        var first = await RunAsync(host, "echo in; cat; echo $$");
        var second = await RunAsync(host, "echo in; cat; echo $$");

        Assert.StartsWith("in\n", first.Stdout, StringComparison.Ordinal);
        Assert.Equal((0, first.Stdout, ""), (first.Rc, second.Stdout, first.Stderr));
        Assert.Equal(["right one"], _machine.Answers);
    }

    [Theory]
    [InlineData(BecomeMethod.Sudo, "me")]
    [InlineData(BecomeMethod.Su, "db")]
    public async Task A_wrong_password_is_sent_once_whatever_is_tried(BecomeMethod method, string whose)
    {
        await using var host = _machine.Connect(method, method == BecomeMethod.Su ? LettingIn.Su : LettingIn.Sudo, "wrong one");

        var errors = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Assert.ThrowsAsync<BecomeException>(() => RunAsync(host, "true"))));
        var later = await Assert.ThrowsAsync<BecomeException>(() => host.OpenShellAsync("db", new OutputBuffer(), Token));

        Assert.Equal(["wrong one"], _machine.Answers);
        Assert.Single(
            errors,
            error => error.Message.Contains("rejected the password", StringComparison.Ordinal)
                && error.Message.Contains($"the password of '{whose}'", StringComparison.Ordinal));
        Assert.Contains("The run does not try it again", later.Message, StringComparison.Ordinal);
        Assert.All(errors.Append(later), error => Assert.DoesNotContain("wrong one", error.ToString(), StringComparison.Ordinal));
        Assert.Equal(("here", "db"), (later.Host, later.User));
    }

    [Theory]
    [InlineData(BecomeMethod.Sudo, LettingIn.Sudo, "sudo asks for a password, but no password was given")]
    [InlineData(BecomeMethod.Su, LettingIn.Su, "su asks for the password of 'db'")]
    [InlineData(BecomeMethod.Doas, "echo 'doas: Authentication required' >&2; exit 1", "permit nopass me as db")]
    public async Task A_password_that_is_missing_is_reported(BecomeMethod method, string program, string message)
    {
        await using var host = _machine.Connect(method, program);

        var error = await Assert.ThrowsAsync<BecomeException>(() => RunAsync(host, "true"));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains(method == BecomeMethod.Doas ? "--become-method sudo" : "-K", error.Message, StringComparison.Ordinal);
        Assert.Empty(_machine.Answers);
    }

    [Fact]
    public async Task Whose_password_is_asked_for_is_what_the_program_says()
    {
        await using var host = _machine.Connect(BecomeMethod.Sudo, LettingIn.SudoWithTargetPassword, "wrong one");

        var error = await Assert.ThrowsAsync<BecomeException>(() => RunAsync(host, "true"));
        var other = await Assert.ThrowsAsync<BecomeException>(() => RunAsync(host, "true", "web"));
        var again = await Assert.ThrowsAsync<BecomeException>(() => RunAsync(host, "true", "web"));

        Assert.Contains("expects the password of 'db'", error.Message, StringComparison.Ordinal);
        Assert.Contains("expects the password of 'web'", other.Message, StringComparison.Ordinal);
        Assert.Contains("The run does not try it again", again.Message, StringComparison.Ordinal);
        Assert.Equal(["wrong one", "wrong one"], _machine.Answers);
    }

    [Fact]
    public async Task A_program_that_lets_no_shell_run_is_a_refusal_and_no_lost_host()
    {
        await using var host = _machine.Connect(
            BecomeMethod.Sudo,
            "while [ \"$1\" != -- ]; do shift; done; shift; word=$3; word=${word#echo }; echo ${word%%;*}; read -r line; echo 'sh: noexec' >&2; exit 126");

        var error = await Assert.ThrowsAsync<BecomeException>(() => RunAsync(host, "true"));

        Assert.Contains("noexec", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [EachShell(AsPath = true)]
    public async Task Nobody_who_does_not_ask_gets_a_password(string shell)
    {
        await using var host = _machine.Connect(BecomeMethod.Sudo, "while [ \"$1\" != -- ]; do shift; done; shift; exec \"$@\"", "right one", shell);
        await using var pipe = await host.OpenShellAsync("db", new OutputBuffer(), Token);

        var outcome = await RunAsync(host, "echo in; cat");

        Assert.Equal((0, "in\n", ""), (outcome.Rc, outcome.Stdout, outcome.Stderr));
        Assert.DoesNotContain("right one", string.Concat(_machine.Sent), StringComparison.Ordinal);
    }

    [Theory]
    [EachShell(AsPath = true)]
    public async Task A_password_is_not_run_as_a_command_if_the_prompt_was_not_one(string shell)
    {
        var file = Path.Join(Path.GetTempPath(), Path.GetRandomFileName());
        await using var host = _machine.Connect(BecomeMethod.Su, "printf 'Welcome! '; sleep 1; exec /bin/sh -c \"$4\"", $"echo >{file}", shell);

        var outcome = await RunAsync(host, "echo in");

        Assert.Equal((0, "in\n"), (outcome.Rc, outcome.Stdout));
        Assert.False(File.Exists(file));
        Assert.Contains($"echo >{file}\n", _machine.Sent);
    }

    [Fact]
    public async Task A_text_that_looks_like_a_prompt_may_not_be_one()
    {
        await using var host = _machine.Connect(BecomeMethod.Su, "printf 'Welcome! '; sleep 0.2; exec /bin/sh -c \"$4\"");

        Assert.Equal("in\n", (await RunAsync(host, "echo in")).Stdout);
    }

    [Theory]
    [InlineData(BecomeMethod.Sudo)]
    [InlineData(BecomeMethod.Su)]
    [InlineData(BecomeMethod.Doas)]
    public async Task A_program_that_neither_asks_nor_lets_in_is_not_waited_for_without_end(BecomeMethod method)
    {
        var time = new FakeTimeProvider();
        await using var host = _machine.Connect(method, "echo 'please touch the key' >&2; exec sleep 300", "right one", time: time);
        var opening = host.OpenShellAsync("db", new OutputBuffer(), Token);

        await Eventually(() =>
        {
            time.Advance(TimeSpan.FromSeconds(1));
            return opening.IsCompleted;
        });

        var error = await Assert.ThrowsAsync<BecomeException>(() => opening);
        Assert.Contains("did not start a shell within 20 s", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(BecomeMethod.Sudo)]
    [InlineData(BecomeMethod.Su)]
    [InlineData(BecomeMethod.Doas)]
    public async Task A_missing_program_is_reported(BecomeMethod method)
    {
        await using var transport = new LocalTransport("here", TimeProvider.System);
        await using var host = new HostConnection(
            "here", "me", _ => Task.FromResult<ITransport>(new Nowhere(transport)), TimeProvider.System, become: new BecomeOptions(method));

        var error = await Assert.ThrowsAsync<BecomeException>(() => RunAsync(host, "true"));

        Assert.Contains($"the host has no {method.ToString().ToLowerInvariant()}", error.Message, StringComparison.Ordinal);
        Assert.Contains("--become-method", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-c")]
    [InlineData("a\nb")]
    public async Task An_invalid_user_name_runs_nothing(string user)
    {
        await using var host = _machine.Connect(BecomeMethod.Sudo, "echo ran >>\"$NOTES\"");

        var error = await Assert.ThrowsAsync<BecomeException>(() => host.RunAsync(new ShellScript("true") { User = user }, Token));

        Assert.Contains("the user name is not valid", error.Message, StringComparison.Ordinal);
        Assert.Empty(_machine.Answers);
    }

    [Theory]
    [InlineData(
        BecomeMethod.Sudo, "sudo: unknown user: db\nsudo: " +
            "error initializing audit plugin sudoers_audit", "the user does not exist on the host (sudo: unknown user: db)")]
    [InlineData(
        BecomeMethod.Su, "su: user db does not exist or the user entry does not contain all the required fields", "the user does not exist on the host")]
    [InlineData(BecomeMethod.Doas, "doas: unknown user", "the user does not exist on the host")]
    [InlineData(BecomeMethod.Doas, "doas: Operation not permitted", "doas does not allow 'me' to run /bin/sh as")]
    [InlineData(
        BecomeMethod.Sudo,
        "sudo: unable to resolve host web1: Name or service not known\nsudo: sorry, you must have a tty to run sudo",
        "'db': sudo: sorry, you must have a tty")]
    [InlineData(BecomeMethod.Su, "su: using restricted shell /usr/sbin/nologin\nThis account is currently not available.", "--become-method sudo")]
    [InlineData(BecomeMethod.Sudo, "", "sudo ended with status 1")]
    public async Task The_become_methods_message_is_turned_into_advice(BecomeMethod method, string said, string message)
    {
        await using var host = _machine.Connect(method, $"cat >&2 <<'END'\n{said}\nEND\nexit 1");

        var error = await Assert.ThrowsAsync<BecomeException>(() => RunAsync(host, "true"));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public async Task A_right_password_that_is_not_enough_is_not_called_wrong()
    {
        var program = LettingIn.Sudo.Replace(
            "exec \"$@\"", "{ echo \"Sorry, user me is not allowed to execute '$*' as db on here.\" >&2; exit 1; }", StringComparison.Ordinal);
        await using var host = _machine.Connect(BecomeMethod.Sudo, program, "right one");

        var error = await Assert.ThrowsAsync<BecomeException>(() => RunAsync(host, "true"));

        Assert.Contains(
            "sudo does not allow 'me' to run /bin/sh as 'db'. Allow this in the configuration of sudo on the host.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_on_this_machine_do_not_inherit_the_password()
    {
        Environment.SetEnvironmentVariable("PLAYBOOKS_BECOME_PASSWORD", "right one");
        await using var host = Shells.Connect();

        var outcome = await host.RunAsync("env");

        Environment.SetEnvironmentVariable("PLAYBOOKS_BECOME_PASSWORD", null);
        Assert.DoesNotContain("right one", outcome.Stdout, StringComparison.Ordinal);
    }

    private static Task<ScriptOutcome> RunAsync(HostConnection host, string script, string user = "db") =>
        host.RunAsync(new ShellScript(script) { User = user }, Token);

    private static async Task Eventually(Func<bool> condition)
    {
        var clock = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), "It did not come to be.");
            await Task.Delay(10, Token);
        }
    }

    private sealed class Nowhere(ITransport machine) : ITransport
    {
        public bool IsAlive => machine.IsAlive;

        public Task<IPipe> OpenAsync(string command, IPipeSink sink, CancellationToken cancellationToken) =>
            machine.OpenAsync($"PATH=/nowhere; {command}", sink, cancellationToken);

        public ValueTask DisposeAsync() => machine.DisposeAsync();
    }
}
