namespace Playbooks.Ssh.Tests;

public sealed class PlaceholderTests
{
    [Fact]
    public void Builds() => Assert.NotNull(typeof(HostRun));
}
