namespace Playbooks.Ssh.Tests.Hosts;

public sealed class ProcessListTests
{
    [Fact]
    public async Task What_stands_in_an_argument_is_seen()
    {
        var secret = Guid.NewGuid().ToString();
        await using var shown = ProcessList.LookFor(secret);
        using var process = Running.Start("sh", ["-c", "sleep 60; :", secret]);

        Assert.Contains(await shown.EndAsync(), one => one.Contains("cmdline", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_stands_in_the_environment_is_seen()
    {
        var secret = Guid.NewGuid().ToString();
        await using var shown = ProcessList.LookFor(secret);
        using var process = Running.Start("sleep", ["60"], new Dictionary<string, string> { ["SHOWN"] = secret });

        Assert.Contains(await shown.EndAsync(), one => one.Contains("environ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_nobody_shows_is_not_seen()
    {
        await using var shown = ProcessList.LookFor(Guid.NewGuid().ToString());

        Assert.Empty(await shown.EndAsync());
    }
}
