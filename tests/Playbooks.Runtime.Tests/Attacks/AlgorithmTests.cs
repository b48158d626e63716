using Playbooks.Connections.SshNet;
using Renci.SshNet;

namespace Playbooks.Runtime.Tests.Attacks;

/// <summary>What is offered to servers, in the order in which it is wanted.</summary>
public sealed class AlgorithmTests
{
    private readonly ConnectionInfo _connection = new("h1", "root", new NoneAuthenticationMethod("root"));

    public AlgorithmTests() => SshAlgorithms.Choose(_connection, []);

    [Fact]
    public void Nothing_rests_on_SHA_1_or_on_a_cipher_that_is_no_longer_safe()
    {
        var offered = _connection.KeyExchangeAlgorithms.Keys
            .Concat(_connection.Encryptions.Keys)
            .Concat(_connection.HmacAlgorithms.Keys)
            .Concat(_connection.HostKeyAlgorithms.Keys)
            .ToList();

        Assert.DoesNotContain(
            offered,
            name => name.EndsWith("sha1", StringComparison.Ordinal) || name.Contains("sha1-", StringComparison.Ordinal) || name is "ssh-rsa" or "ssh-dss");
        Assert.DoesNotContain(
            offered,
            name => name.Contains("md5", StringComparison.Ordinal)
                || name.Contains("cbc", StringComparison.Ordinal)
                || name.Contains("3des", StringComparison.Ordinal));
        Assert.All(
            new[]
            {
                _connection.KeyExchangeAlgorithms.Count, _connection.Encryptions.Count, _connection.HmacAlgorithms.Count, _connection.HostKeyAlgorithms.Count
            },
            count => Assert.InRange(count, 4, 20));
    }

    [Fact]
    public void Data_is_encrypted_first_and_then_authenticated()
    {
        Assert.Equal(["hmac-sha2-256-etm@openssh.com", "hmac-sha2-512-etm@openssh.com", "hmac-sha2-256", "hmac-sha2-512"], _connection.HmacAlgorithms.Keys);
        Assert.Equal("aes128-gcm@openssh.com", _connection.Encryptions.Keys.First());
    }
}
