using System.Diagnostics;
using Playbooks.Runtime.Tests.Connections;
using Playbooks.Runtime.Tests.Modules;

namespace Playbooks.Runtime.Tests.Attacks;

/// <summary>
/// What is not a regular file, and takes a file's place between the look and the reading, is a message: nobody waits for it or reads it without
/// end, and nothing of root's is read instead. The attacker has number 1234.
/// </summary>
[Needs("process")]
public sealed class SpecialFileTests : IDisposable
{
    private static readonly string[] _kinds =
    [
        "mkfifo it",
        "mkfifo it; (exec 3<>it; yes >&3 & while [ -p it ]; do /usr/bin/sleep 0.05; done; kill $!) &",
        "perl -MSocket -e 'socket(S, AF_UNIX, SOCK_STREAM, 0); bind(S, sockaddr_un(\"it\"))'",
        "ln -s /dev/zero it",
        "mkdir it",
    ];

    private readonly TestHome _home = new("/tmp");

    public SpecialFileTests()
    {
        File.SetUnixFileMode(_home.Directory, (UnixFileMode)0b111_101_101);
        Run("mkdir -m 755 alice; echo root >victim; chmod 600 victim; chown 1234:1234 alice");

        // The time that the opening of a file may take.
        _home.Program("sleep", "exec /usr/bin/sleep 0.5");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string It => _home["alice/it"];

    public void Dispose() => _home.Dispose();

    [Theory]
    [EachShell]
    public async Task A_look_at_a_file(string shell)
    {
        await using var host = new TestHost(shell, _home);
        foreach (var kind in _kinds.Append("ln -s ../victim it"))
        {
            ExchangeAfter("stat", kind);

            var result = await Soon(host.RunAsync(new Stat(It) { Checksum = true }));

            Assert.True(result.Message?.StartsWith($"{It}: cannot be read: ", StringComparison.Ordinal), $"{kind}: {result.Message}");
        }
    }

    [Theory]
    [EachShell]
    public async Task A_copy_and_its_difference(string shell)
    {
        foreach (var kind in _kinds.Append("ln -s ../victim it"))
        {
            foreach (var tool in new[] { "stat", "sha256sum" })
            {
                await using var host = new TestHost(shell, _home) { Diff = true };
                ExchangeAfter(tool, kind);

                var result = await Soon(host.RunAsync(Copy.Text("mine\n", It)));

                Assert.True(result.Failed, $"{kind} after {tool}");
                Assert.DoesNotContain("root", result.Diff ?? "", StringComparison.Ordinal);
                Assert.Equal("root\n", _home.Read("victim"));
            }
        }
    }

    /// <summary>Whatever the host sends instead.</summary>
    [Fact]
    public async Task Of_a_difference_a_mebibyte_is_taken_at_most()
    {
        await using var host = Shells.Connect($"env PATH={_home.Path} /bin/dash");
        _home.Program("head", "yes | /usr/bin/head -c 3000000");
        _home.File("alice/it", "hers\n");
        var context = new ActionContext(
            new Host("here"), new Play("run", DateTimeOffset.UnixEpoch, [new Host("here")]), host, TimeProvider.System) { Diff = true };

        var result = await Soon(Copy.Text("mine\n", It).PredictAsync(context, Token));

        Assert.StartsWith($"--- {It}\n+++ {It}\nnot text, or larger than 1 MiB: 5 bytes before", result.Diff, StringComparison.Ordinal);
    }

    [Theory]
    [EachShell]
    public async Task A_fetch(string shell)
    {
        foreach (var kind in _kinds.Append("ln -s ../victim it"))
        {
            foreach (var (tool, content) in new[] { ("ls", "hers\n"), ("stat", "hers\n"), ("sha256sum", "hers\n"), ("sha256sum", "") })
            {
                await using var host = new TestHost(shell, _home);
                ExchangeAfter(tool, kind, content);

                var result = await Soon(host.RunAsync(new Fetch(It, _home["fetched"])));

                Assert.True(result.Failed, $"{kind} after {tool}");
                Assert.False(File.Exists(_home["fetched"]), $"{kind} after {tool}");
            }
        }
    }

    /// <summary>It is looked at, and never opened.</summary>
    [Theory]
    [EachShell]
    public async Task A_condition(string shell)
    {
        await using var host = new TestHost(shell, _home);
        foreach (var kind in _kinds)
        {
            Run($"exec >/dev/null 2>&1; rm -rf alice/it; cd alice; {kind}");

            var created = await Soon(host.RunAsync(new Command("false") { Creates = It }));
            var removed = await Soon(host.RunAsync(new Command("true") { Removes = It }));

            Assert.Equal((true, false), (created.Skipped, removed.Skipped));
        }
    }

    [Theory]
    [EachShell]
    public async Task A_wait_for_a_line(string shell)
    {
        await using var host = new TestHost(shell, _home);
        Run("mkfifo alice/it");

        var result = await Soon(host.RunAsync(new WaitFor(It, "ready")));

        Assert.Contains("the path is not a regular file", result.Message, StringComparison.Ordinal);
    }

    private static Task<T> Soon<T>(Task<T> task) => task.WaitAsync(TimeSpan.FromSeconds(60), Token);

    /// <summary>Puts a file there, which becomes something else as soon as a tool has looked at it.</summary>
    private void ExchangeAfter(string tool, string kind, string content = "hers\n")
    {
        Run("rm -rf alice/it bin/stat bin/sha256sum bin/ls");
        File.WriteAllText(It, content);
        Run("chown 1234:1234 alice/it");
        _home.Program(tool, $"""
            /usr/bin/{tool} "$@"; s=$?
            exec >/dev/null 2>&1
            if [ -f {It} ] && [ ! -L {It} ]; then
              cd {_home["alice"]}; /usr/bin/rm it; {kind}
            fi
            exit $s
            """);
    }

    private void Run(string script)
    {
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", script]) { WorkingDirectory = _home.Directory })!;
        shell.WaitForExit();
    }
}
