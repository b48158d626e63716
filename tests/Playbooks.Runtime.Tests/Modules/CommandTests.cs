namespace Playbooks.Runtime.Tests.Modules;

[Needs("process")]
public sealed class CommandTests : IDisposable
{
    private readonly TestHome _home = new();

    [Theory]
    [Language("S2")]
    [EachShell]
    public async Task A_program_gives_its_exit_status_and_its_output_without_the_last_line_end(string shell)
    {
        _home.Program("both", "echo out; echo; echo err >&2");

        var result = await RunAsync(new Command("both"), shell);

        Assert.Equal((0, "out\n", "err"), (result.Rc, result.Stdout, result.Stderr));
        Assert.True(result.Changed);
        Assert.False(result.Failed);
        Assert.Null(result.Message);
    }

    [Theory]
    [EachShell]
    public async Task A_failing_program_is_reported_with_its_exit_status_and_its_last_words(string shell)
    {
        _home.Program("bad", "echo first >&2; echo 'disk full' >&2; echo >&2; exit 3");

        var result = await RunAsync(new Command("bad"), shell);

        Assert.True(result.Failed);
        Assert.True(result.Changed);
        Assert.Equal((3, "rc 3: disk full"), (result.Rc, result.Message));
    }

    [Theory]
    [EachShell]
    public async Task A_missing_program_is_reported(string shell)
    {
        var byName = await RunAsync(new Command("nope --x"), shell);
        var byPath = await RunAsync(new Command("/no/such/program"), shell);

        Assert.Equal((127, "command not found: nope"), (byName.Rc, byName.Message));
        Assert.Equal((127, "command not found: /no/such/program"), (byPath.Rc, byPath.Message));
    }

    [Theory]
    [EachShell]
    public async Task A_program_that_cannot_be_executed_is_reported(string shell)
    {
        var file = _home.File("plain.txt", "text");

        var result = await RunAsync(new Command($"{file}"), shell);

        Assert.Equal((126, $"not executable: {file}"), (result.Rc, result.Message));
    }

    [Theory]
    [InlineData("pg_dump-nope")]
    [InlineData("/no/such/pg_dump")]
    public async Task A_file_that_the_program_itself_misses_is_reported_by_the_program(string missing)
    {
        var script = _home.Program("backup", missing);

        var result = await RunAsync(new Command($"{script}"));

        Assert.StartsWith("rc 127: ", result.Message, StringComparison.Ordinal);
        Assert.Contains(missing, result.Message, StringComparison.Ordinal);
    }

    [Theory]
    [Language("C1")]
    [EachShell]
    public async Task A_builtin_of_the_shell_is_not_a_program(string shell) =>
        Assert.Equal("command not found: eval", (await RunAsync(new Command("eval 'echo a'"), shell)).Message);

    [Theory]
    [Language("I2", "C10")]
    [EachShell]
    public async Task It_runs_in_the_home_or_in_the_working_directory_with_the_environment(string shell)
    {
        Directory.CreateDirectory(_home["a b"]);
        var env = new Dictionary<string, string> { ["GREETING"] = "it's me" };

        Assert.Equal(_home.Directory, (await RunAsync(new Command("pwd"), shell)).Stdout);
        Assert.Equal(_home["a b"], (await RunAsync(new Command("pwd") { WorkingDirectory = "a b" }, shell)).Stdout);
        Assert.Equal(_home["a b"], (await RunAsync(new Shell("pwd") { WorkingDirectory = "~/a b" }, shell)).Stdout);
        Assert.Equal("it's me", (await RunAsync(new Command("printenv GREETING") { Env = env }, shell)).Stdout);
    }

    [Theory]
    [EachShell]
    public async Task A_missing_working_directory_is_reported(string shell)
    {
        var result = await RunAsync(new Command("pwd") { WorkingDirectory = "/no/such" }, shell);

        Assert.True(result.Failed);
        Assert.Equal("rc 1: cannot enter the working directory /no/such: ls: cannot access '/no/such/.': No such file or directory", result.Message);
    }

    [Theory]
    [EachShell]
    public async Task Creates_and_Removes_decide_whether_it_runs(string shell)
    {
        _home.File("here", "");
        var created = await RunAsync(new Command("touch ran") { Creates = "here" }, shell);
        var removed = await RunAsync(new Shell("touch ran") { Removes = _home["absent"] }, shell);

        Assert.Equal((false, true, false, 0, ""), (created.Changed, created.Skipped, created.Failed, created.Rc, created.Stdout));
        Assert.Equal("skipped, because here exists", created.Message);
        Assert.Equal($"skipped, because {_home["absent"]} does not exist", removed.Message);
        Assert.False(File.Exists(_home["ran"]));

        var ran = await RunAsync(new Command("touch ran") { Creates = "absent", Removes = "here" }, shell);

        Assert.Equal((true, false), (ran.Changed, ran.Skipped));
        Assert.True(File.Exists(_home["ran"]));
    }

    [Theory]
    [Language("C2")]
    [EachShell]
    public async Task A_shell_line_is_the_shells(string shell)
    {
        var name = "a b.txt";
        var result = await RunAsync(new Shell($"echo $((1 + 1)) > {name}\ncat {name} | sed 's/2/two/' && exit 4"), shell);

        Assert.Equal((4, "two"), (result.Rc, result.Stdout));
        Assert.Equal("rc 4", result.Message);
    }

    [Theory]
    [Language("C3")]
    [EachShell]
    public async Task A_raw_line_goes_as_it_is(string shell)
    {
        await using var host = new TestHost(shell, _home);

        var result = await host.RunAsync(new Raw($"echo {"a  b"}; exit 2"));

        Assert.Equal(("echo 'a  b'; exit 2", 0), Assert.Single(host.Round));
        Assert.Equal((2, "a  b", true), (result.Rc, result.Stdout, result.Failed));
    }

    [Theory]
    [Language("S2")]
    [InlineData(JobState.TimedOut, "timed out: limit of 5 s", true)]
    [InlineData(JobState.Cancelled, "cancelled: limit of 5 s", false)]
    [InlineData(JobState.Lost, "lost: limit of 5 s", false)]
    public void A_job_that_did_not_end_by_itself_has_failed_and_has_no_exit_status(JobState state, string message, bool timedOut)
    {
        var result = new Command("sleep 9").Parse(
            new ScriptOutcome { State = state, Rc = 143, Reason = "limit of 5 s", Stdout = "so far\n" });

        Assert.True(result.Failed);
        Assert.Equal((null, message, timedOut, "so far"), (result.Rc, result.Message, result.TimedOut, result.Stdout));
    }

    [Fact]
    [Language("S2")]
    public void The_last_line_end_may_be_one_of_Windows()
    {
        var result = new Shell("x").Parse(new ScriptOutcome { State = JobState.Succeeded, Rc = 0, Stdout = "a\r\n", Stderr = "b\r\n\r\n" });

        Assert.Equal(("a", "b\r\n"), (result.Stdout, result.Stderr));
    }

    [Fact]
    [Language("S2")]
    public void A_signal_is_reported()
    {
        var result = new Shell("x").Parse(new ScriptOutcome { State = JobState.Failed, Rc = 137, Signal = "KILL" });

        Assert.Equal((137, "KILL", "ended by signal KILL"), (result.Rc, result.Signal, result.Message));
    }

    [Fact]
    public async Task Debug_tells_and_runs_nothing()
    {
        await using var host = new TestHost("dash", _home);

        var result = await host.RunAsync(new Debug("hello"));

        Assert.Equal(("hello", false, false), (result.Text, result.Changed, result.Failed));
        Assert.Empty(host.Round);
    }

    public void Dispose() => _home.Dispose();

    private async Task<CommandResult> RunAsync(ScriptModule<CommandResult> module, string shell = "dash")
    {
        await using var host = new TestHost(shell, _home);
        return await host.RunAsync(module);
    }
}
