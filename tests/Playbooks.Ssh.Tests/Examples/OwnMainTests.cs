using Playbooks.Ssh.Tests.Hosts;

namespace Playbooks.Ssh.Tests.Examples;

/// <summary>A program with a <c>Main</c> of its own shows its run, and ends with its exit code.</summary>
public sealed class OwnMainTests(ThisMachine machine) : IClassFixture<ThisMachine>
{
    private static readonly PlaybookFile _main = PlaybookFile.Program("main");

    [Fact]
    public async Task It_takes_the_options_of_the_command_line()
    {
        var run = (await _main.RunAsync(machine, "-l", "localhost")).With(exitCode: 2);

        Assert.Contains("given", run.Stdout, StringComparison.Ordinal);
        Assert.Contains("rc 3", run.Stdout, StringComparison.Ordinal);
        Assert.Contains("RECAP own-main", run.Stdout, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_variables_have_their_values() => Assert.Equal(
        "There is no option --text. --help lists the options.\n", (await _main.RunAsync(machine, "--text", "x")).With(exitCode: 1).Stderr);

    [Fact]
    public async Task Or_it_makes_the_options_itself()
    {
        var run = (await _main.RunAsync(machine, "--made-here")).With(exitCode: 2);

        Assert.Contains("made here", run.Stdout, StringComparison.Ordinal);
        Assert.Contains("RECAP own-main", run.Stdout, StringComparison.Ordinal);
    }
}
