namespace Playbooks.Ssh.Tests.Hosts;

/// <summary>What a program did.</summary>
internal sealed record Ended(int ExitCode, string Stdout, string Stderr, TimeSpan Duration)
{
    internal IReadOnlyList<string> Lines => Stdout.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Fails the test, and shows everything, unless the program ended so.</summary>
    internal Ended With(int exitCode)
    {
        Assert.True(exitCode == ExitCode, $"Exit code {ExitCode}, not {exitCode}, after {Duration}.\n{Stdout}\n{Stderr}");
        return this;
    }
}
