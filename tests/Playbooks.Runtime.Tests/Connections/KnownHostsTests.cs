
using Playbooks.Connections;
using Playbooks.Connections.HostKeys;
using Playbooks.Connections.SshNet;

namespace Playbooks.Runtime.Tests.Connections;

[Needs("process")]
public sealed class KnownHostsTests : IDisposable
{
    private const string Ed25519 = "AAAAC3NzaC1lZDI1NTE5AAAAIIKAexAlO1CdNfU5XqnMpCYWkdq8LUrCDeGAbUOxBo7R";
    private const string Other = "AAAAC3NzaC1lZDI1NTE5AAAAIJ9wkw6QKv5r1XJ3dMIW1gW2vMJp0TJxkVvRrKMmyC1k";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private string File => Path.Join(_folder.FullName, "known_hosts");

    [Theory]
    [InlineData("web1", "web1", 22)]
    [InlineData("WEB1", "web1", 22)]
    [InlineData("db1,web1,10.0.0.1", "web1", 22)]
    [InlineData("web*", "web1", 22)]
    [InlineData("web?", "web1", 22)]
    [InlineData("[web1]:2222", "web1", 2222)]
    [InlineData("[10.0.0.*]:2222", "10.0.0.7", 2222)]
    [InlineData("::1", "::1", 22)]
    [InlineData("[::1]:2222", "::1", 2222)]
    [InlineData("web1", "web1", 2222)] // without a port it counts for every port, where it fits
    [InlineData("*,!web2", "web1", 22)]
    public void A_key_is_known_by_the_address_and_the_port(string hosts, string address, int port) =>
        Assert.Equal(HostKeyTrust.Known, Judge($"{hosts} ssh-ed25519 {Ed25519} a comment", address, port));

    [Theory]
    [InlineData("web1", "web2", 22)]
    [InlineData("web1", "web11", 22)]
    [InlineData("web?", "web11", 22)]
    [InlineData("web.", "web1", 22)]
    [InlineData("[web1]:2222", "web1", 22)]
    [InlineData("[web1]:2222", "web1", 2223)]
    [InlineData("*,!web1", "web1", 22)]
    [InlineData("!web1,*", "web1", 22)]
    [InlineData("# web1", "web1", 22)]
    [InlineData("@cert-authority web1", "web1", 22)]
    [InlineData("@something-new web1", "web1", 22)]
    public void Everything_else_is_unknown(string hosts, string address, int port) =>
        Assert.Equal(HostKeyTrust.Unknown, Judge($"{hosts} ssh-ed25519 {Ed25519}", address, port));

    // Made by `ssh-keygen -H` of OpenSSH 9.2 from a file with web1 and [web1]:2222.
    [Theory]
    [InlineData("web1", 22, HostKeyTrust.Known)]
    [InlineData("WEB1", 22, HostKeyTrust.Known)]
    [InlineData("web1", 2222, HostKeyTrust.Known)]
    [InlineData("web2", 22, HostKeyTrust.Unknown)]
    public void Hashed_names_are_understood(string address, int port, object expected)
    {
        System.IO.File.WriteAllText(File, $"web1 ssh-ed25519 {Ed25519}\n[web1]:2222 ssh-ed25519 {Ed25519}\n");
        using var keygen = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo("ssh-keygen", ["-q", "-H", "-f", File]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        keygen.WaitForExit();
        Assert.StartsWith("|1|", System.IO.File.ReadAllText(File), StringComparison.Ordinal);

        Assert.Equal((HostKeyTrust)expected, Load().Judge(address, port, Convert.FromBase64String(Ed25519)).Trust);
    }

    [Fact]
    public void Another_key_of_a_known_host_is_a_changed_one_and_the_line_is_named()
    {
        System.IO.File.WriteAllText(File, $"# mine\n\nweb1 ssh-ed25519 {Other}\n");

        var verdict = Load().Judge("web1", 22, Convert.FromBase64String(Ed25519));

        Assert.Equal((HostKeyTrust.Changed, File, 3), (verdict.Trust, verdict.Line!.File, verdict.Line.Number));
    }

    [Fact]
    public void One_of_several_keys_is_enough() =>
        Assert.Equal(HostKeyTrust.Known, Judge($"web1 ssh-ed25519 {Other}\nweb1 ssh-ed25519 {Ed25519}", "web1", 22));

    [Fact]
    public void A_key_of_the_host_at_another_port_does_not_conflict() =>
        Assert.Equal(HostKeyTrust.Unknown, Judge($"web1 ssh-ed25519 {Other}", "web1", 2222));

    [Theory]
    [InlineData("@revoked web1", "")]
    [InlineData("@revoked *", "web1")]
    [InlineData("web1", "@revoked web1")]
    public void A_revoked_key_is_never_accepted(string first, string second) =>
        Assert.Equal(
            HostKeyTrust.Revoked,
            Judge($"{first} ssh-ed25519 {Ed25519}\n{second} ssh-ed25519 {Ed25519}", "web1", 22));

    [Theory]
    [InlineData("@cert-authority [127.81.0.*]:2701,[h3]:2701", "127.81.0.3", 2701)]
    [InlineData("@cert-authority *.example.com", "web.example.com", 22)]
    [InlineData("@cert-authority web1", "web1", 2701)]
    public void A_refused_key_is_reported_with_a_note_that_certificate_authorities_are_not_supported(string hosts, string address, int port)
    {
        System.IO.File.WriteAllText(File, $"# mine\n{hosts} ssh-ed25519 {Ed25519}\n");

        var lines = Refusal(address, port).Split('\n');

        Assert.StartsWith("The host key of ", lines[0], StringComparison.Ordinal);
        Assert.Equal(
            $"{File}:2 trusts a certificate authority for this host (@cert-authority). " +
            "Certificate authorities are not supported yet: add the host's own key instead.", lines[^1]);
    }

    [Fact]
    public void A_certificate_authority_of_other_hosts_is_not_reported()
    {
        System.IO.File.WriteAllText(File, $"@cert-authority other ssh-ed25519 {Ed25519}\n");

        Assert.DoesNotContain("authority", Refusal("web1", 22), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_that_make_no_sense_are_skipped() =>
        Assert.Equal(
            HostKeyTrust.Known, Judge($"web1\nweb1 ssh-ed25519\nweb1 ssh-ed25519 %%%\n|1|x ssh-ed25519 {Ed25519}\n\t\nweb1 ssh-ed25519 {Ed25519}", "web1", 22));

    [Fact]
    public void The_known_keys_of_a_host_decide_which_key_types_are_requested()
    {
        System.IO.File.WriteAllText(File, $"[web1]:2222 ssh-ed25519 {Ed25519}\nweb1 ssh-rsa {Other}\n@revoked web1 ssh-dss {Other}\n");

        Assert.Equal(["ssh-ed25519", "ssh-rsa"], Load().Of("web1", 2222).Select(line => line.KeyType));
        Assert.Equal(["ssh-rsa"], Load().Of("web1", 22).Select(line => line.KeyType));
    }

    [Fact]
    public void A_file_that_is_not_there_knows_nobody() =>
        Assert.Equal(HostKeyTrust.Unknown, Load().Judge("web1", 22, Convert.FromBase64String(Ed25519)).Trust);

    [Fact]
    public void A_file_that_cannot_be_read_is_reported()
    {
        System.IO.File.CreateSymbolicLink(File, "/proc/self/mem");

        var error = Assert.Throws<UsageException>(() => Load());

        Assert.Contains(File, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_named_file_the_users_own_counts()
    {
        _folder.CreateSubdirectory(".ssh");
        var file = Path.Join(_folder.FullName, ".ssh", "known_hosts");
        System.IO.File.WriteAllText(file, $"web1 ssh-ed25519 {Ed25519}\n");

        var known = KnownHosts.Load(new ConnectionOptions { Home = _folder.FullName });

        Assert.Equal(HostKeyTrust.Known, known.Judge("web1", 22, Convert.FromBase64String(Ed25519)).Trust);
        Assert.Equal(file, known.File);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private HostKeyTrust Judge(string lines, string address, int port)
    {
        System.IO.File.WriteAllText(File, lines + "\n");
        return Load().Judge(address, port, Convert.FromBase64String(Ed25519)).Trust;
    }

    private string Refusal(string address, int port)
    {
        var known = Load();
        var endpoint = new SshEndpoint("h3", address, port, "root", null);
        return SshErrors.NotTrusted(endpoint, known.Judge(address, port, Convert.FromBase64String(Other)), "ssh-ed25519", "abc", known).Message;
    }

    private KnownHosts Load() => KnownHosts.Load(new ConnectionOptions { KnownHosts = File });
}
