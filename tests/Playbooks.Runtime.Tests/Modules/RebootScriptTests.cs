namespace Playbooks.Runtime.Tests.Modules;

[Needs("process")]
public sealed class RebootScriptTests
{
    [Theory]
    [EachShell]
    public async Task The_boot_id_of_a_real_host_is_read(string shell)
    {
        using var home = new TestHome();
        await using var host = new TestHost(shell, home);

        var result = await host.RunAsync(new Reboot { Command = "exit 7" });

        Assert.Equal("the reboot was refused: rc 7", result.Message);
    }
}
