namespace Playbooks.Runtime.Tests.Modules;

[Needs("process")]
public sealed class ScriptTests : IDisposable
{
    private readonly TestHome _home = new();
    private readonly TestHome _controller = new();

    [Theory]
    [EachShell]
    public async Task A_script_of_the_controller_runs_with_its_arguments_and_leaves_nothing(string shell)
    {
        var script = _controller.File("it's one.sh", "#!/bin/sh -e\necho \"$#: $1|$2\" '$HOME'; cat; stat -c %a \"$0\" \"${0%/*}\"; basename \"$0\"\nexit 7");

        var result = await RunAsync(new Script($"{script} {"a b"} '' "), shell);

        Assert.Equal("2: a b| $HOME\n600\n700\nit's one.sh", result.Stdout);
        Assert.Equal(((int?)7, true, true, "rc 7"), (result.Rc, result.Failed, result.Changed, result.Message));
        Assert.Empty(Directory.GetFileSystemEntries(_home["tmp"]));
    }

    [Theory]
    [EachShell]
    public async Task The_first_line_or_the_task_names_the_interpreter(string shell)
    {
        var python = _controller.File("python", "#! /usr/bin/env  python3\nimport sys\nprint('python', sys.argv[1:])\n");
        var plain = _controller.File("plain", "print(1 + 1)");

        Assert.Equal("python ['x']", (await RunAsync(new Script($"{python} x"), shell)).Stdout);
        Assert.Equal("2", (await RunAsync(new Script($"{plain}") { Interpreter = "/usr/bin/env python3 -u" }, shell)).Stdout);
    }

    [Fact]
    public async Task Conditions_hold_as_with_a_command()
    {
        var script = _controller.File("script", "pwd\n");
        _home.File("done", "");

        var skipped = await RunAsync(new Script($"{script}") { Creates = "done" }, "dash");
        var ran = await RunAsync(new Script($"{script}") { Removes = "../done", WorkingDirectory = "bin" }, "dash");

        Assert.Equal((true, false, "skipped, because done exists"), (skipped.Skipped, skipped.Changed, skipped.Message));
        Assert.Equal(_home["bin"], ran.Stdout);
    }

    [Fact]
    public void A_file_that_is_not_a_script_is_reported_before_anything_is_sent()
    {
        var windows = _controller.File("windows", "#!/bin/sh\r\necho\r\n");
        var mixed = _controller.File("mixed", "#!/bin/sh\necho\nif true; then\r\n  echo\nfi\n");
        var nothing = _controller.File("nothing", "#! \n");
        var latin = _controller["latin"];
        File.WriteAllBytes(latin, [0x65, 0xE9, 0x0A]);
        var binary = _controller.File("binary", "\0");

        Told(_controller["missing"], $"Script: the source {_controller["missing"]} does not exist on the machine that runs the playbook.");
        Told(
            "~/no/such",
            $"Script: the source ~/no/such does not exist in {Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)}, the home, " +
            "on the machine that runs the playbook.");
        Told(_controller.Directory, $"Script: the source {_controller.Directory} is a directory, which cannot be sent: send its files, or an archive of them.");
        Told(windows, $"Script: line 1 of {windows} has a Windows line end, which shells do not accept. Save the file with Unix line ends.");
        Told(mixed, $"Script: line 3 of {mixed} has a Windows line end, which shells do not accept. Save the file with Unix line ends.");
        Told(nothing, $"Script: the first line of {nothing} names no interpreter after #!.");
        Told(latin, $"Script: {latin} is not UTF-8 text. Send it with Copy, and run it with Command.");
        Told(binary, $"Script: {binary} is not a text file. Send it with Copy, and run it with Command.");

        static void Told(string path, string message) => Assert.Equal(message, Assert.Throws<FormatException>(() => new Script($"{path}").ScriptText).Message);
    }

    public void Dispose()
    {
        _home.Dispose();
        _controller.Dispose();
    }

    private async Task<CommandResult> RunAsync(Script module, string shell)
    {
        Directory.CreateDirectory(_home["tmp"]);
        await using var host = new TestHost(shell, _home);
        return await host.RunAsync(module with { Env = new Dictionary<string, string> { ["TMPDIR"] = _home["tmp"] } });
    }
}
