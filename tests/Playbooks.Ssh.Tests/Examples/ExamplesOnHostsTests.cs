using Playbooks.Ssh.Tests.Hosts;

namespace Playbooks.Ssh.Tests.Examples;

public sealed class ExamplesOnHostsTests : ExampleTests, IClassFixture<Lab>
{
    // A change that ended before its host is cut off would be confirmed at once.
    private const string UntilCut = "until test -e gone; do sleep 1; done";

    private readonly Lab _lab;

    public ExamplesOnHostsTests(Lab lab)
        : base(lab) => _lab = lab;

    [Fact]
    public async Task Upgrade_updates_the_packages_and_reboots_the_host_that_needs_it()
    {
        foreach (var host in _lab.Names)
        {
            Executable.Put(Path.Combine(_lab.Bin(host), "apt-get"), "echo \"$*\" >>~/asked");
        }

        await File.WriteAllTextAsync(Path.Combine(_lab.Home("h2"), "needed"), "", TestContext.Current.CancellationToken);
        using var running = PlaybookFile.Example("upgrade").Start(
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

    [Fact]
    [Behaviour("45")]
    public async Task A_change_that_cuts_its_own_network_is_undone_by_the_host_itself()
    {
        using var running = PlaybookFile.Example("network-change").Start(
            _lab, "-o", "json", "-l", "h1", "--apply", $"touch cut; {UntilCut}", "--undo", "touch undone", "--seconds", "20");

        await CutAsync("h1", until: "undone");

        var events = Events.Of((await running.EndAsync()).With(exitCode: 2));
        Assert.Equal(["changed"], events.Outcomes("Change"));
        Assert.Equal("we came back too late, and the change was undone", events.Result("Confirm", "h1").GetProperty("stderr").GetString());
    }

    [Fact]
    [Behaviour("45")]
    public async Task A_change_that_cuts_its_own_network_for_a_while_is_confirmed_and_stays()
    {
        using var running = PlaybookFile.Example("network-change").Start(
            _lab, "-o", "json", "-l", "h2", "--apply", $"touch cut; {UntilCut}; sleep 5; touch back", "--undo", "touch undone", "--seconds", "45");

        await CutAsync("h2", until: "back");

        var events = Events.Of((await running.EndAsync()).With(exitCode: 0));
        Assert.Equal(["changed"], events.Outcomes("Confirm"));
        var id = Events.Text(events.All("job.started", "Switch")[0].GetProperty("job"), "id")!;
        await Until.HoldsAsync(() => Status(id).Contains("succeeded", StringComparison.Ordinal));
        Assert.False(File.Exists(Path.Combine(_lab.Home("h2"), "undone")));

        string Status(string job) => File.ReadAllText(Path.Combine(_lab.Home("h2"), ".playbooks_async", job, "status.json"));
    }

    [Fact]
    public async Task A_change_that_lets_nobody_log_in_is_not_confirmed_by_the_connection_that_there_is()
    {
        const string Keys = "${PATH%%/bin:*}/authorized_keys";

        var run = await PlaybookFile.Example("network-change").RunAsync(
            _lab, "-o", "json", "-l", "h3", "--apply", $"mv {Keys} {Keys}.away", "--undo", $"mv {Keys}.away {Keys}", "--seconds", "20");

        var events = Events.Of(run.With(exitCode: 4));
        Assert.Equal(["changed"], events.Outcomes("Change"));
        Assert.Single(events.All("host.unreachable", "Confirm"));
        await Until.HoldsAsync(() => File.Exists(Path.Combine(_lab.Bin("h3"), "..", "authorized_keys")));
    }

    /// <summary>Loses every packet of a host from when it has made the file <c>cut</c> on, until it has made another.</summary>
    private async Task CutAsync(string host, string until)
    {
        await Until.HoldsAsync(() => File.Exists(Path.Combine(_lab.Home(host), "cut")));
        await _lab.RunAsync("cut", host);
        try
        {
            await File.WriteAllTextAsync(Path.Combine(_lab.Home(host), "gone"), "", TestContext.Current.CancellationToken);
            await Until.HoldsAsync(() => File.Exists(Path.Combine(_lab.Home(host), until)));
        }
        finally
        {
            await _lab.RunAsync("heal", host);
        }
    }
}
