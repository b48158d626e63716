using System.Diagnostics;
using System.Globalization;
using Playbooks.Connections;
using Playbooks.Runtime.Tests.Jobs;

namespace Playbooks.Runtime.Tests.Connections;

/// <summary>What a script leaves running in the background prints into no other script's result, and lives on.</summary>
[Needs("process")]
public sealed class LeftoverTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("playbooks-left-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Go => Path.Join(_folder.FullName, "go");

    private string Done => Path.Join(_folder.FullName, "done");

    /// <summary>Waits until it is told to go, prints more than any pipe holds, and then says that it could.</summary>
    private string Server =>
        $"(until [ -e {Go} ] || [ ! -d {_folder} ]; do sleep 0.02; done; " +
        $"i=0; while [ $i -lt 300 ]; do i=$((i + 1)); printf '%01000d\\n' $i; printf '%01000d\\n' $i >&2; done; : >{Done}) & echo started";

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Something stays as long as this test's folder is there.</summary>
    private string Staying(string script) => script.Replace("STAY", $"sh -c \"while [ -d {_folder} ]; do sleep 0.05; done\"", StringComparison.Ordinal);

    [Theory]
    [EachShell(AsPath = true)]
    public async Task Its_output_is_in_no_later_result_and_it_is_neither_blocked_nor_killed(string shell)
    {
        await using var host = Shells.Connect(shell);
        var first = await host.RunAsync(Server);

        var later = await host.RunAsync($": >{Go}; until [ -e {Done} ]; do sleep 0.02; done; echo mine");
        var last = await host.RunAsync("echo 42");

        Assert.Equal("started\n", first.Stdout);
        Assert.Equal(("mine\n", ""), (later.Stdout, later.Stderr));
        Assert.Equal(("42\n", ""), (last.Stdout, last.Stderr));
    }

    [Theory]
    [EachShell(AsPath = true)]
    public async Task It_prints_on_after_the_connection_is_closed_and_then_nothing_is_left(string shell)
    {
        await using (var host = Shells.Connect($"env LEFT={_folder.Name} {shell}"))
        {
            await host.RunAsync(Server);
        }

        Assert.NotEmpty(Processes.Having("environ", $"LEFT={_folder.Name}"));
        await File.WriteAllTextAsync(Go, "", Token);

        await Eventually(() => File.Exists(Done));
        await Eventually(() => Processes.Having("environ", $"LEFT={_folder.Name}").Count == 0);
    }

    [Theory]
    [InlineData("STAY >/dev/null & sleep 0.1", "its errors may come")]
    [InlineData("STAY 2>/dev/null & sleep 0.1", "its output may come")]
    [InlineData("exec 5>&1; STAY >/dev/null 2>&1 & sleep 0.1", "its output may come by another descriptor")]
    [InlineData("setsid sh -c 'STAY &'", "it is in a session of its own")]
    [InlineData("STAY & i=0; while [ $i -lt 300 ]; do i=$((i + 1)); /bin/true; done", "many processes came after it")]
    [InlineData("STAY & sleep 3.1", "the script took long")]
    public async Task A_shell_in_which_something_may_still_print_runs_no_other_script(string script, string why)
    {
        Assert.NotEmpty(why);
        await using var host = Shells.Connect();

        var before = await host.RunAsync($"{Staying(script)}; echo $$");
        var after = await host.RunAsync("echo $$");

        Assert.NotEqual(before.Stdout, after.Stdout);
    }

    [Theory]
    [InlineData("STAY >/dev/null 2>&1 & sleep 0.1")]
    [InlineData("i=0; while [ $i -lt 300 ]; do i=$((i + 1)); /bin/true; done")]
    [InlineData("sleep 3.1")]
    public async Task A_script_that_leaves_nothing_that_could_print_keeps_its_shell(string script)
    {
        await using var host = Shells.Connect();

        var before = await host.RunAsync($"{Staying(script)}; echo $$");
        var after = await host.RunAsync("echo $$");

        Assert.Equal(before.Stdout, after.Stdout);
    }

    /// <summary>
    /// Every user may name a process so. It is a process like others, and ends nobody's shell. After many processes, all new ones are looked at.
    /// </summary>
    [Theory]
    [MemberData(nameof(StrangeNames))]
    public async Task The_name_of_a_strangers_process_disturbs_nothing(string shell, string name)
    {
        await using var host = Shells.Connect(shell);
        var first = (await host.RunAsync("echo $$")).Stdout;

        var named = await host.RunAsync(
            new ShellScript(
                """
                exec setpriv --reuid 65534 --clear-groups sh -c 'printf %s "$NAME" >/proc/self/comm; while :; do sleep 1; done' </dev/null >/dev/null 2>&1 &
                until [ "$(cat /proc/$!/comm)" = "$(printf %s "$NAME")" ]; do sleep 0.01; done
                echo $$ $!
                many=0; while [ $many -lt 250 ]; do (:); many=$((many + 1)); done
                """)
            {
                Env = new Dictionary<string, string> { ["NAME"] = name },
            },
            Token);
        var after = await host.RunAsync("echo $$");

        Processes.Signal(int.Parse(named.Stdout.Split(' ')[1], CultureInfo.InvariantCulture), "KILL");
        Assert.Equal((0, first.Trim()), (named.Rc, named.Stdout.Split(' ')[0]));
        Assert.Equal(first, after.Stdout);
    }

    public static TheoryData<string, string> StrangeNames() =>
        [.. Shells.Every.SelectMany(shell => new[] { "\n1 (", "a) Z 1 1", "b) S 1\n" }.Select(name => (shell, name)))];

    /// <summary>What a busy stranger has open is gone before it can be looked at: that says nothing of the shell's streams.</summary>
    [Fact]
    public async Task A_stranger_that_opens_and_closes_files_is_not_taken_for_one()
    {
        await using var host = Shells.Connect();
        var first = (await host.RunAsync("echo $$")).Stdout;

        for (var run = 0; run < 10; run++)
        {
            var script = host.RunAsync("sleep 0.2; echo $$");
            using var starter = Process.Start(
                "/bin/dash",
                ["-c", "(i=0; while [ $i -lt 5000 ]; do i=$((i + 1)); : 3</dev/null 4</dev/null 5</dev/null 6</dev/null; done) </dev/null >/dev/null 2>&1 &"]);

            Assert.Equal(first, (await script).Stdout);
        }
    }

    /// <summary>
    /// The numbers of processes begin again at their end. Then an elder that holds the streams, as this process does, is among the new numbers.
    /// </summary>
    [Theory]
    [EachShell(AsPath = true)]
    public async Task An_elder_process_among_the_new_numbers_is_not_taken_for_one(string shell)
    {
        await using var host = Shells.Connect(shell);
        var first = (await host.RunAsync("echo $$")).Stdout;

        // What other tests start takes numbers, too.
        var passed = false;
        while (!passed)
        {
            Assert.Equal(first, (await host.RunAsync($"echo {Environment.ProcessId - 60} >/proc/sys/kernel/ns_last_pid; echo $$")).Stdout);
            var numbers = await host.RunAsync("sh -c 'echo $$'; many=0; while [ $many -lt 100 ]; do (:); many=$((many + 1)); done; sh -c 'echo $$'; echo $$");
            var said = numbers.Stdout.Split('\n').SkipLast(1).Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToList();

            Assert.Equal(first, $"{said[2]}\n");
            passed = said[0] < Environment.ProcessId && Environment.ProcessId < said[1];
        }

        Assert.Equal(first, (await host.RunAsync("echo $$")).Stdout);
    }

    /// <summary>A process that this one starts has its streams at first: they are closed when it becomes a program of its own.</summary>
    [Fact]
    public async Task A_process_that_the_controller_starts_meanwhile_is_not_mistaken_for_one()
    {
        await using var host = Shells.Connect();
        var first = (await host.RunAsync("echo $$")).Stdout;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var starters = Enumerable.Range(0, 2).Select(_ => Task.Run(() => StartProcesses(end.Token), Token)).ToList();

        for (var run = 0; run < 150; run++)
        {
            Assert.Equal(first, (await host.RunAsync("sleep 0.01; echo $$")).Stdout);
        }

        await end.CancelAsync();
        await Task.WhenAll(starters);
    }

    private static void StartProcesses(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            using var process = Process.Start("/bin/true");
            process.WaitForExit();
        }
    }

    [Fact]
    public async Task Where_nobody_can_tell_each_script_has_a_shell_of_its_own()
    {
        await using var host = Shells.Connect("unshare -rm /bin/sh -c 'mount -t tmpfs none /proc; exec /bin/sh'");
        var first = await host.RunAsync($"[ ! -e /proc/self ]; echo $?; {Server}");

        var later = await host.RunAsync($": >{Go}; until [ -e {Done} ]; do sleep 0.02; done; echo mine");

        Assert.Equal("0\nstarted\n", first.Stdout);
        Assert.Equal(("mine\n", ""), (later.Stdout, later.Stderr));
    }

    [Fact]
    public async Task The_shells_of_many_leftovers_are_closed()
    {
        await using var host = Shells.Connect();
        var shells = new List<int>();
        for (var number = 0; number < 12; number++)
        {
            shells.Add(int.Parse((await host.RunAsync($"{Staying("STAY")} & echo $$")).Stdout, CultureInfo.InvariantCulture));
        }

        await Eventually(() => shells.TrueForAll(shell => !Directory.Exists($"/proc/{shell}")));
    }

    private static async Task Eventually(Func<bool> condition)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        while (!condition())
        {
            await Task.Delay(10, limit.Token);
        }
    }
}
