using Playbooks.Ssh.Tests.Hosts;

namespace Playbooks.Ssh.Tests.Examples;

public sealed class JsonOutputTests(Lab lab) : IClassFixture<Lab>
{
    [Fact]
    public async Task Every_line_is_an_event_from_run_started_to_run_finished()
    {
        var run = await PlaybookFile.Program("probe").RunAsync(lab, "-o", "json", "--text", "a 'quoted' text");

        var events = Events.Of(run.With(exitCode: 0));
        Assert.Equal("run.started", Events.Text(events.First, "event"));
        Assert.Equal(1, events.First.GetProperty("version").GetInt32());
        Assert.Equal("run.finished", Events.Text(events.Last, "event"));
        Assert.Equal(0, events.Last.GetProperty("exitCode").GetInt32());
        Assert.Equal(3, events.All("job.started", "Write").Count);
        Assert.Equal(3, events.All("job.finished", "Write").Count);
        Assert.Equal(["changed", "changed", "changed"], events.Outcomes("Write"));
        Assert.All(lab.Names, host => Assert.Equal("a 'quoted' text\n", File.ReadAllText(Path.Combine(lab.Home(host), "probed"))));
    }

    [Fact]
    public async Task A_host_that_is_off_is_reported_and_the_others_go_on()
    {
        await lab.RunAsync("stop", "h2");
        try
        {
            var run = await PlaybookFile.Program("probe").RunAsync(lab, "-o", "json", "--text", "on");

            var events = Events.Of(run.With(exitCode: 4));
            Assert.Equal("h2", Events.Text(Assert.Single(events.All("host.unreachable")), "host"));
            Assert.Equal(4, events.Last.GetProperty("exitCode").GetInt32());
            Assert.Equal(["changed", "changed"], events.Outcomes("Write"));
        }
        finally
        {
            await lab.RunAsync("start", "h2");
        }
    }
}
