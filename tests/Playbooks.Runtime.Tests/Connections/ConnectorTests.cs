using System.Diagnostics;
using Playbooks.Connections;
using Playbooks.Connections.Escalation;
using Playbooks.Connections.SshNet;
using Renci.SshNet;

namespace Playbooks.Runtime.Tests.Connections;

[Needs("process")]
public sealed class ConnectorTests : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory();

    [Fact]
    public async Task Localhost_is_this_machine()
    {
        await using var host = Connector().Connect(new Host("localhost"));

        Assert.Equal("hi\n", (await host.RunAsync("echo hi")).Stdout);
    }

    [Fact]
    public async Task Any_host_can_be_this_machine()
    {
        await using var host = Connector().Connect(Host("web1", ("ansible_connection", "local")));

        Assert.Equal("hi\n", (await host.RunAsync("echo hi")).Stdout);
    }

    [Theory]
    [InlineData("ansible_connection", "ssh")]
    [InlineData("ansible_port", "1")]
    [InlineData("ansible_host", "127.0.0.1")]
    public async Task Localhost_is_reached_by_ssh_where_the_inventory_says_so(string name, string value)
    {
        await using var host = Connector().Connect(Host("localhost", (name, value)));

        var error = await Assert.ThrowsAsync<UnreachableException>(() => host.RunAsync("true"));

        Assert.Contains("There is no private key to log in with", error.Message, StringComparison.Ordinal);
        Assert.Contains("--private-key", error.Message, StringComparison.Ordinal);
        Assert.False(error.IsTransient);
    }

    [Theory]
    [InlineData("ansible_connection", "winrm", "'winrm' is not a connection type. Set ansible_connection to")]
    [InlineData("ansible_become_method", "pbrun", "'pbrun' is not a become method. Set ansible_become_method to")]
    [InlineData("ansible_become_password", "a\nb", "the become password contains a line break")]
    [InlineData("ansible_port", "ssh", "ansible_port is 'ssh'")]
    [InlineData("ansible_port", "0", "ansible_port is '0'")]
    [InlineData("ansible_port", "65536", "ansible_port is '65536'")]
    public void A_wrong_variable_is_found_before_anything_runs(string name, string value, string message)
    {
        var error = Assert.Throws<UsageException>(() => Connector().Check([new Host("web1"), Host("web2", (name, value))]));

        Assert.StartsWith("web2: " + message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_inventory_has_precedence_for_the_become_method()
    {
        var options = new ConnectionOptions { BecomeMethod = BecomeMethod.Doas, BecomePassword = new Secret("theirs") };

        var named = BecomeOptions.Of(Host("web1", ("ansible_become_method", "su"), ("ansible_become_pass", "mine")), options);
        var plain = BecomeOptions.Of(Host("web2", ("ansible_become_password", "")), options with { BecomePassword = null });

        Assert.Equal((BecomeMethod.Su, "mine"), (named.Method, named.Password?.Text));
        Assert.Equal((BecomeMethod.Doas, null), (plain.Method, plain.Password));
        Assert.Equal("theirs", BecomeOptions.Of(new Host("web3"), options).Password?.Text);
    }

    [Theory]
    [InlineData("ansible_become_password")]
    [InlineData("ansible_become_pass")]
    public void A_password_is_nowhere_that_prints_it(string variable)
    {
        var host = Host("web1", (variable, "s3cret"), ("motd", "hello"));
        var options = new RunOptions { BecomePassword = new Secret("s3cret") };

        Assert.Equal(["motd"], host.Variables.Keys);
        Assert.DoesNotContain("s3cret", $"{BecomeOptions.Of(host, options.Connections)} {options} {options.Connections}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_private_key_that_is_not_there_is_found_before_anything_runs()
    {
        var error = Assert.Throws<UsageException>(
            () => new Connector(new ConnectionOptions { PrivateKey = "~/nowhere", Home = "/home/me" }, TimeProvider.System).Check([new Host("web1")]));

        Assert.Contains("/home/me/nowhere (--private-key) does not exist", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_variable_that_named_a_private_key_is_reported()
    {
        var error = Assert.Throws<UsageException>(() => Connector().Check([Host("web1", ("ansible_ssh_private_key_file", "/nowhere/key"))]));

        Assert.Contains("/nowhere/key (ansible_ssh_private_key_file of web1) does not exist", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_not_accepted_as_a_private_key()
    {
        var error = Assert.Throws<UsageException>(() => Check(_home.FullName));

        Assert.Contains("cannot be read", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_is_not_accepted_as_a_private_key()
    {
        var file = Path.Join(_home.FullName, "key");
        File.WriteAllText(file, "hello\n");

        Assert.Contains("is not a readable private key", Assert.Throws<UsageException>(() => Check(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_public_half_is_not_accepted_as_a_private_key() =>
        Assert.Contains(
            "Specify the file of a private key",
            Assert.Throws<UsageException>(() => Check(NewKey("id_ed25519", "") + ".pub")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void An_encrypted_private_key_is_said_to_be_encrypted() =>
        Assert.Contains("is encrypted", Assert.Throws<UsageException>(() => Check(NewKey("id_ed25519", "secret"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("ed25519")]
    [InlineData("ecdsa")]
    [InlineData("rsa")]
    public void The_usual_keys_can_be_read(string type) => Check(NewKey("key", "", type));

    [Fact]
    public async Task An_encrypted_default_key_is_named_where_it_is_the_only_one()
    {
        _home.CreateSubdirectory(".ssh");
        var key = NewKey(".ssh/id_ed25519", "secret");
        await using var host = Connector().Connect(new Host("web1"));

        var error = await Assert.ThrowsAsync<UnreachableException>(() => host.RunAsync("true"));

        Assert.Contains($"{key} is encrypted", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_login_without_keys_is_reported_with_a_note_that_ssh_agent_is_not_supported(bool hasEncrypted)
    {
        _home.CreateSubdirectory(".ssh");
        if (hasEncrypted)
        {
            NewKey(".ssh/id_ed25519", "secret");
        }

        Assert.Equal(
            "The keys of ssh-agent (SSH_AUTH_SOCK) are not used, because ssh-agent is not supported yet. Use --private-key instead.",
            (await NoKeyAsync(hasAgent: true)).Split('\n')[^1]);
        Assert.DoesNotContain("ssh-agent", await NoKeyAsync(hasAgent: false), StringComparison.Ordinal);
    }

    [Fact]
    public void An_encrypted_key_is_reported_with_a_note_that_ssh_agent_is_not_supported()
    {
        var options = new ConnectionOptions { PrivateKey = NewKey("id_ed25519", "secret"), HasAgent = true };

        var error = Assert.Throws<UsageException>(() => new Connector(options, TimeProvider.System).Check([new Host("web1")]));

        Assert.Contains("is encrypted", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            "\nThe keys of ssh-agent (SSH_AUTH_SOCK) are not used, because ssh-agent is not supported yet. " +
            "Use --private-key instead.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_key_with_a_certificate_is_reported_with_a_note_that_certificates_are_not_supported()
    {
        var key = NewKey("key", "");
        File.WriteAllText($"{key}-cert.pub", "ssh-ed25519-cert-v01@openssh.com AAAA\n");
        var endpoint = SshEndpoint.Of(new Host("web1"), new ConnectionOptions { PrivateKey = key });

        using var login = new KeyLogin("me", [new PrivateKeyFile(key)]);

        var refused = SshErrors.NotConnected(endpoint, key, [], login, new Renci.SshNet.Common.SshAuthenticationException("Permission denied (publickey)."));

        Assert.EndsWith(
            $"\nThe certificate {key}-cert.pub is not used: certificate authorities are not supported yet.", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _home.Delete(recursive: true);

    private async Task<string> NoKeyAsync(bool hasAgent)
    {
        await using var host = new Connector(new ConnectionOptions { Home = _home.FullName, HasAgent = hasAgent }, TimeProvider.System)
            .Connect(new Host("web1"));
        return (await Assert.ThrowsAsync<UnreachableException>(() => host.RunAsync("true"))).Message;
    }

    private static Host Host(string name, params (string Name, string Value)[] variables) =>
        new(name, variables: variables.ToDictionary(variable => variable.Name, variable => variable.Value));

    private static void Check(string key) => new Connector(new ConnectionOptions { PrivateKey = key }, TimeProvider.System).Check([new Host("web1")]);

    private Connector Connector() => new(new ConnectionOptions { Home = _home.FullName }, TimeProvider.System);

    private string NewKey(string name, string passphrase, string type = "ed25519")
    {
        var file = Path.Join(_home.FullName, name);
        using var keygen = Process.Start("ssh-keygen", ["-q", "-t", type, "-N", passphrase, "-f", file]);
        keygen.WaitForExit();
        return file;
    }
}
