using System.Globalization;

namespace Playbooks.Runtime.Tests.Connections;

/// <summary>The signals as commands find them on the local connection.</summary>
[Needs("process")]
public sealed class LocalSignalTests
{
    // A bit for each signal, from HUP on.
    private const ulong Pipe = 1 << 12;

    [Theory]
    [EachShell(AsPath = true)]
    public async Task Nothing_is_ignored_that_programs_rely_on(string shell)
    {
        await using var host = Shells.Connect(shell);

        var ignored = (await host.RunAsync("while read -r name value; do [ $name != SigIgn: ] || echo $value; done </proc/self/status")).Stdout;

        Assert.Equal(0ul, ulong.Parse(ignored.Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & Pipe);
    }

    [Theory]
    [EachShell(AsPath = true)]
    public async Task A_writer_whose_reader_has_enough_ends(string shell)
    {
        await using var host = Shells.Connect(shell);

        var outcome = await host
            .RunAsync("while :; do echo y; done 2>/dev/null | head -n 1; echo end")
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal("y\nend\n", outcome.Stdout);
    }

    [Fact]
    public async Task The_left_side_of_a_pipe_ends_by_the_signal_and_says_nothing()
    {
        await using var host = Shells.Connect();

        var outcome = await host.RunAsync("(yes; echo left=$? >&2) | head -n 1");

        Assert.Equal(("y\n", "left=141\n"), (outcome.Stdout, outcome.Stderr));
    }

    [Fact]
    public async Task A_shell_that_ends_while_it_is_written_to_harms_nobody_here()
    {
        await using var host = Shells.Connect("/bin/sh -c 'exit 3'");

        await Assert.ThrowsAsync<UnreachableException>(() => host.RunAsync(new string('#', 1_000_000)));
    }
}
