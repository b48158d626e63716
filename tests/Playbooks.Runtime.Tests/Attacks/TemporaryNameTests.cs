using Playbooks.Runtime.Tests.Modules;

namespace Playbooks.Runtime.Tests.Attacks;

/// <summary>Where others make directories, too, they cannot keep a task from making its own.</summary>
[Needs("process")]
public sealed class TemporaryNameTests : IDisposable
{
    private readonly TestHome _home = new();

    public void Dispose() => _home.Dispose();

    [Theory]
    [EachShell]
    public async Task Names_that_can_be_guessed_are_not_needed(string shell)
    {
        var taken = _home.Program("taken", $"""
            TMPDIR=$HOME/tmp i=0; export TMPDIR; mkdir -p "$TMPDIR/playbooks-http-$$" "$TMPDIR/playbooks-$$"
            while [ $i -lt 100 ]; do mkdir "$TMPDIR/playbooks-http-$$-$((i += 1))"; done
            exec {shell} "$@"
            """);
        _home.Program("curl", "exit 7");
        await using var host = new TestHost(taken, _home);

        var http = await host.RunAsync(new Http("http://127.0.0.1/"));
        var script = await host.RunAsync(new Script($"{_home.File("script", "echo ran")}"));

        Assert.DoesNotContain("temporary directory", http.Message, StringComparison.Ordinal);
        Assert.Equal("ran", script.Stdout);
        Assert.All(Directory.GetDirectories(_home["tmp"]), left => Assert.Empty(Directory.GetFileSystemEntries(left)));
    }
}
