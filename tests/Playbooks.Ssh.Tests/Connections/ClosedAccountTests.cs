using Playbooks.Ssh.Tests.Hosts;

namespace Playbooks.Ssh.Tests.Connections;

/// <summary>Users whom a machine lets in no more, though their keys are right.</summary>
public sealed class ClosedAccountTests(Machine machine) : IClassFixture<Machine>
{
    [Fact]
    public async Task The_servers_text_about_an_expired_account_is_in_the_message()
    {
        await machine.ExecAsync("chage -E 0 ben");

        Assert.Contains("Your account has expired; please contact your system administrator.", await RefusalAsync("ben"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_logins_are_shut_the_message_says_where_to_look()
    {
        await machine.ExecAsync("echo maintenance until noon >/etc/nologin");

        var refusal = await RefusalAsync("carol");

        await machine.ExecAsync("rm /etc/nologin");
        Assert.True(
            refusal.Contains("maintenance until noon", StringComparison.Ordinal)
                || refusal.Contains("logins may be disabled (/etc/nologin)", StringComparison.Ordinal),
            refusal);
    }

    private async Task<string> RefusalAsync(string user)
    {
        await using var connection = machine.Connect(user, BecomeMethod.Sudo);
        return (await Assert.ThrowsAsync<UnreachableException>(() => connection.RunAsync("true"))).Message;
    }
}
