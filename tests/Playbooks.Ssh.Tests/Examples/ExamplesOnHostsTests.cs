namespace Playbooks.Ssh.Tests;

public sealed class ExamplesOnHostsTests : ExampleTests, IClassFixture<Lab>
{
    private readonly Lab _lab;

    public ExamplesOnHostsTests(Lab lab)
        : base(lab) => _lab = lab;

    [Fact]
    public async Task Upgrade_updates_the_packages_and_reboots_the_host_that_needs_it()
    {
        foreach (var host in _lab.Names)
        {
            Script.Put(Path.Combine(_lab.Bin(host), "apt-get"), "echo \"$*\" >>~/asked");
        }

        await File.WriteAllTextAsync(Path.Combine(_lab.Home("h2"), "needed"), "", TestContext.Current.CancellationToken);
        using var running = await PlaybookFile.Example("upgrade").StartAsync(
            _lab, "-o", "json", "--packages", "openssl,curl", "--flag", "needed");
        await Until.HoldsAsync(async () => (await _lab.RunAsync("status")).Contains(" down ", StringComparison.Ordinal));
        await _lab.RunAsync("start", "h2");

        var events = Events.Of((await running.EndAsync()).With(exitCode: 0));

        Assert.Equal(["changed"], events.Outcomes("RebootIfNeeded", "h2"));
        Assert.Equal(["skipped", "skipped"], [.. events.Outcomes("RebootIfNeeded", "h1"), .. events.Outcomes("RebootIfNeeded", "h3")]);
        Assert.All(_lab.Names, host =>
        {
            var asked = File.ReadAllLines(Path.Combine(_lab.Home(host), "asked"));
            Assert.Contains(asked, line => line.EndsWith("install openssl curl", StringComparison.Ordinal));
        });
    }
}
