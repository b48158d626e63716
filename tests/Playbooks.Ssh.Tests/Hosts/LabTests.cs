namespace Playbooks.Ssh.Tests;

public sealed class LabTests(Lab lab) : IClassFixture<Lab>
{
    [Fact]
    public async Task A_host_has_a_home_of_its_own()
    {
        await lab.SshAsync("h1", "echo here >~/mine");

        Assert.Equal("here\n", await File.ReadAllTextAsync(Path.Combine(lab.Home("h1"), "mine"), TestContext.Current.CancellationToken));
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
}
