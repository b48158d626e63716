using Playbooks.Runtime.Tests.Execution;

namespace Playbooks.Runtime.Tests.Testing;

/// <summary>The module that <c>docs/guide/own-modules.md</c> writes from an empty file.</summary>
[Collection(VirtualTimeTests.Name)]
public sealed class KernelSettingTests
{
    [Fact]
    public async Task A_setting_with_another_value_is_changed()
    {
        var hosts = new ScriptedHosts("[web]", "web1").When("sysctl -n", stdout: "128");

        var report = await hosts.RunAsync(new Network(), options => options with { Diff = true });

        var backlog = report["web1"].Results!.Backlog;
        Assert.True(backlog.Changed);
        Assert.Equal("128", backlog.Old);
        Assert.Equal("-net.core.somaxconn = 128\n+net.core.somaxconn = 4096\n", backlog.Diff);
        Assert.Equal(["web1 sysctl -n net.core.somaxconn", "web1 sysctl -w net.core.somaxconn=4096"], hosts.Log);
    }

    [Theory]
    [InlineData("128", true, true)]
    [InlineData("4096", true, false)]
    [InlineData("4096", false, false)]
    public async Task Nothing_is_written_in_check_mode_or_without_need(string old, bool isCheck, bool isChanged)
    {
        var hosts = new ScriptedHosts("[web]", "web1").When("sysctl -n", stdout: old);

        var report = await hosts.RunAsync(new Network(), options => options with { CheckMode = isCheck });

        Assert.Equal(isChanged, report["web1"].Results!.Backlog.Changed);
        Assert.Equal(["web1 sysctl -n net.core.somaxconn"], hosts.Log);
    }

    [Fact]
    public async Task A_host_that_refuses_the_value_fails()
    {
        var hosts = new ScriptedHosts("[web]", "web1").When("sysctl -n", stdout: "128").When("sysctl -w", rc: 1, stderr: "permission denied");

        var report = await hosts.RunAsync(new Network());

        Assert.Contains("permission denied", report["web1"].Failure!.Message);
    }
}
