namespace Playbooks.Ssh.Tests.Hosts;

public sealed class ProcessListTests
{
    [Fact]
    public async Task A_value_in_an_argument_is_found()
    {
        var secret = Guid.NewGuid().ToString();
        await using var shown = ProcessList.LookFor(secret);
        using var process = Running.Start("sh", ["-c", "sleep 60; :", secret]);

        Assert.Contains(await shown.EndAsync(), one => one.Contains("cmdline", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_value_in_the_environment_is_found()
    {
        var secret = Guid.NewGuid().ToString();
        await using var shown = ProcessList.LookFor(secret);
        using var process = Running.Start("sleep", ["60"], new Dictionary<string, string> { ["SHOWN"] = secret });

        Assert.Contains(await shown.EndAsync(), one => one.Contains("environ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_value_that_is_shown_nowhere_is_not_found()
    {
        await using var shown = ProcessList.LookFor(Guid.NewGuid().ToString());

        Assert.Empty(await shown.EndAsync());
    }
}
