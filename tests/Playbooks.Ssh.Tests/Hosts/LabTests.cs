using System.Diagnostics;
using Playbooks.Ssh.Tests.Connections;

namespace Playbooks.Ssh.Tests.Hosts;

public sealed class LabTests(Lab lab) : IClassFixture<Lab>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_host_has_a_home_of_its_own()
    {
        await lab.SshAsync("h1", "echo here >~/mine");

        Assert.Equal("here\n", await File.ReadAllTextAsync(Path.Combine(lab.Home("h1"), "mine"), Token));
        Assert.False(File.Exists(Path.Combine(lab.Home("h2"), "mine")));
    }

    [Fact]
    public async Task A_reboot_changes_the_boot_id()
    {
        const string bootId = "cat /proc/sys/kernel/random/boot_id";
        var before = await lab.SshAsync("h3", bootId);

        await lab.RunAsync("reboot", "h3");

        Assert.NotEqual(before, await lab.SshAsync("h3", bootId));
    }

    // Held on their way out, an answer's later packets wait until the first have left: Linux lets a socket have only two or three of those.
    [Fact]
    public async Task A_delay_holds_packets_on_their_way_in_and_adds_to_a_round_trip()
    {
        await using var host = lab.Connect("h2");
        await host.RunAsync(":");
        await lab.RunAsync("delay", "500");
        try
        {
            var clock = Stopwatch.StartNew();
            await host.RunAsync(":");
            var took = clock.Elapsed;

            Assert.True(took >= TimeSpan.FromSeconds(0.5), $"It took {took}.");
            Assert.Matches(@"chain slow \{\s+type filter hook input ", (await Running.RunAsync("nft", ["list", "ruleset"])).With(exitCode: 0).Stdout);
        }
        finally
        {
            await lab.RunAsync("delay", "off");
        }
    }

    [Fact]
    public async Task The_logs_of_a_tests_hosts_can_be_kept()
    {
        var folder = LabLogs.Keep($"{nameof(LabTests)}.{Guid.NewGuid():N}");

        Assert.NotNull(folder);
        Assert.Contains("Server listening on ", await File.ReadAllTextAsync(Path.Combine(folder, "h2.log"), Token), StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }
}
