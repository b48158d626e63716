using Playbooks.Runtime.Tests.Connections;

namespace Playbooks.Runtime.Tests.Attacks;

/// <summary>Secrets in the environment of a program are in the environment of nothing that it starts.</summary>
[Needs("process")]
public sealed class EnvironmentTests
{
    [Fact]
    public async Task Values_of_variables_and_the_password_are_taken_out()
    {
        Environment.SetEnvironmentVariable("PLAYBOOKS_VAR_PW", "hunter2");
        Environment.SetEnvironmentVariable("PLAYBOOKS_BECOME_PASSWORD", "hunter3");

        OwnEnvironment.TakeSecrets();

        await using var host = Shells.Connect();
        var outcome = await host.RunAsync("env; tr '\\0' '\\n' </proc/$$/environ");
        Assert.DoesNotContain("hunter", outcome.Stdout, StringComparison.Ordinal);
        Assert.Equal(("hunter2", "hunter3"), (OwnEnvironment.Get("PLAYBOOKS_VAR_PW"), OwnEnvironment.Get("PLAYBOOKS_BECOME_PASSWORD")));
    }
}
