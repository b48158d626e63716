using Playbooks.Connections.Shells;
using Playbooks.Runtime.Tests.Connections;

namespace Playbooks.Runtime.Tests.Attacks;

/// <summary>No name of a user is taken for a number or an option by the program that lets us in.</summary>
[Needs("process")]
public sealed class UserNameTests : IDisposable
{
    private readonly LettingIn _machine = new();

    public void Dispose() => _machine.Dispose();

    [Theory]
    [InlineData("#0")]
    [InlineData("0")]
    [InlineData("1000")]
    [InlineData("+0")]
    [InlineData(" 0")]
    [InlineData("-s")]
    [InlineData("")]
    [InlineData("root\nalice")]
    public async Task An_invalid_user_name_is_rejected_before_anything_runs(string user)
    {
        foreach (var method in Enum.GetValues<BecomeMethod>())
        {
            await using var host = _machine.Connect(method, "echo ran >&2; exit 1", "right one");

            var refused = await Assert.ThrowsAsync<BecomeException>(() => host.OpenShellAsync(user, new OutputBuffer(), TestContext.Current.CancellationToken));

            Assert.Contains("the user name is not valid", refused.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("ran", refused.Message, StringComparison.Ordinal);
        }

        Assert.Empty(_machine.Answers);
    }
}
