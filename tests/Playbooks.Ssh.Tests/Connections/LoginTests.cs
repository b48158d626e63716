using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Playbooks.Connections;
using Playbooks.Ssh.Tests.Hosts;

namespace Playbooks.Ssh.Tests.Connections;

/// <summary>What keeps one out, and how it is said.</summary>
public sealed class LoginTests(LoginTests.Hosts lab) : IClassFixture<LoginTests.Hosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_unknown_host_key_is_refused_with_its_fingerprint_and_what_to_do()
    {
        var file = Path.Combine(lab.LocalHome, "empty");

        var error = await Fails(lab.Login() with { KnownHosts = file }, lab.Host("h1"));

        Assert.Contains(
            $"The host key of [{lab.Address("h1")}]:{Lab.Port} is unknown: ssh-ed25519 {Fingerprint("h1")}", error.Message, StringComparison.Ordinal);
        Assert.Contains($"ssh-keyscan -p {Lab.Port} {lab.Address("h1")} >> {file}", error.Message, StringComparison.Ordinal);
        Assert.False(error.IsTransient);
    }

    [Fact]
    public async Task The_advice_of_the_message_works()
    {
        var file = Path.Combine(lab.LocalHome, "scanned");
        using var scan = Process.Start("/bin/sh", ["-c", $"ssh-keyscan -p {Lab.Port} {lab.Address("h1")} >> {file} 2>/dev/null"]);
        await scan.WaitForExitAsync(Token);
        await using var host = new Connector(lab.Login() with { KnownHosts = file }, TimeProvider.System).Connect(lab.Host("h1"));

        Assert.Equal(0, (await host.RunAsync("true")).Rc);
    }

    [Fact]
    public async Task A_changed_host_key_is_refused_and_the_old_ones_line_is_named()
    {
        var file = await KnownHosts(
            "changed",
            text => text
                .Replace($"[{lab.Address("h1")}]:{Lab.Port},", "", StringComparison.Ordinal)
                .Replace(lab.Address("h2"), lab.Address("h1"), StringComparison.Ordinal));

        var error = await Fails(lab.Login() with { KnownHosts = file }, lab.Host("h1"));

        Assert.Contains("has changed", error.Message, StringComparison.Ordinal);
        Assert.Contains(Fingerprint("h1"), error.Message, StringComparison.Ordinal);
        Assert.Contains($"{file}:2", error.Message, StringComparison.Ordinal);
        Assert.False(error.IsTransient);
    }

    [Fact]
    public async Task A_revoked_host_key_is_refused()
    {
        var file = await KnownHosts("revoked", text => text + "@revoked * " + string.Join(' ', text.Split('\n')[0].Split(' ')[1..]) + "\n");

        var error = await Fails(lab.Login() with { KnownHosts = file }, lab.Host("h1"));

        Assert.Contains("is revoked", error.Message, StringComparison.Ordinal);
        Assert.Contains($"{file}:4", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_known_by_a_key_that_it_no_longer_has_is_refused()
    {
        var file = await KnownHosts("other-type", text => text.Replace("ssh-ed25519", "ecdsa-sha2-nistp256", StringComparison.Ordinal));

        var error = await Fails(lab.Login() with { KnownHosts = file }, lab.Host("h1"));

        Assert.Contains($"{file}:1", error.Message, StringComparison.Ordinal);
        Assert.Contains("ecdsa-sha2-nistp256", error.Message, StringComparison.Ordinal);
        Assert.False(error.IsTransient);
    }

    [Fact]
    public async Task A_key_that_the_host_does_not_let_in_is_named()
    {
        var key = Path.Combine(lab.LocalHome, "stranger");
        using var keygen = Process.Start("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", key]);
        await keygen.WaitForExitAsync(Token);

        var error = await Fails(lab.Login() with { PrivateKey = key }, lab.Host("h1"));

        Assert.Contains($"{Lab.User}@{lab.Address("h1")}:{Lab.Port} refused the login with {key}", error.Message, StringComparison.Ordinal);
        Assert.False(error.IsTransient);
    }

    [Fact]
    public async Task The_servers_text_during_the_login_is_reported_with_its_refusal()
    {
        var banner = Path.Combine(lab.Home("h3"), "..", "etc", "banner");
        await File.WriteAllTextAsync(banner, "Your account has expired;\nplease contact your system administrator.\n", Token);

        var error = await Fails(lab.Login() with { User = "nobody-at-all" }, lab.Host("h3"));

        File.Delete(banner);
        Assert.Contains("with this message: Your account has expired; please contact your system administrator. Add", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_users_own_keys_are_tried_where_none_is_named()
    {
        var ssh = Directory.CreateDirectory(Path.Combine(lab.LocalHome, "me", ".ssh")).FullName;
        File.Copy(lab.Key, Path.Combine(ssh, "id_ed25519"));
        using var keygen = Process.Start("ssh-keygen", ["-q", "-t", "ecdsa", "-N", "secret", "-f", Path.Combine(ssh, "id_ecdsa")]);
        await keygen.WaitForExitAsync(Token);
        var options = lab.Login() with { PrivateKey = null, Home = Path.Combine(lab.LocalHome, "me") };
        await using var host = new Connector(options, TimeProvider.System).Connect(lab.Host("h1"));

        Assert.Equal(0, (await host.RunAsync("true")).Rc);
    }

    [Fact]
    public async Task The_inventory_is_nearer_than_the_options()
    {
        var options = lab.Login() with { User = "nobody-at-all", PrivateKey = "/nowhere" };
        await using var host = new Connector(options, TimeProvider.System)
            .Connect(lab.Host("h1", ("ansible_user", Lab.User), ("ansible_ssh_private_key_file", lab.Key)));

        Assert.Equal($"{Lab.User}\n", (await host.RunAsync("id -un")).Stdout);
    }

    [Fact]
    public async Task Another_kind_of_key_lets_in_as_well()
    {
        foreach (var type in new[] { "rsa", "ecdsa" })
        {
            var key = Path.Combine(lab.LocalHome, $"id_{type}");
            using var keygen = Process.Start("ssh-keygen", ["-q", "-t", type, "-N", "", "-f", key]);
            await keygen.WaitForExitAsync(Token);
            await File.AppendAllTextAsync(
                Path.Combine(lab.Home("h2"), "..", "etc", "authorized_keys"), await File.ReadAllTextAsync(key + ".pub", Token), Token);
            await using var host = new Connector(lab.Login() with { PrivateKey = key }, TimeProvider.System).Connect(lab.Host("h2"));

            Assert.Equal(0, (await host.RunAsync("true")).Rc);
        }
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_reported_and_may_be_tried_later()
    {
        var error = await Fails(lab.Login(), lab.Host("h1", ("ansible_port", "1")));

        Assert.Equal($"{lab.Address("h1")}:1 refused the connection: no SSH server listens there.", error.Message);
        Assert.True(error.IsTransient);
    }

    [Fact]
    public async Task A_name_that_does_not_exist_is_reported()
    {
        var error = await Fails(lab.Login(), lab.Host("h1", ("ansible_host", "no-such-host.invalid")));

        Assert.Contains("The name 'no-such-host.invalid' cannot be resolved", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_given_up_after_ten_seconds()
    {
        using var mute = new TcpListener(IPAddress.Loopback, 0);
        mute.Start();
        var clock = Stopwatch.StartNew();

        var error = await Fails(lab.Login(), lab.Host("h1", ("ansible_host", "127.0.0.1"), ("ansible_port", $"{((IPEndPoint)mute.LocalEndpoint).Port}")));

        Assert.Contains("did not answer within 10 s", error.Message, StringComparison.Ordinal);
        Assert.InRange(clock.Elapsed.TotalSeconds, 9, 16);
        Assert.True(error.IsTransient);
    }

    [Fact]
    public async Task A_server_that_turns_the_first_away_is_asked_again()
    {
        using var door = new TcpListener(IPAddress.Loopback, 0);
        door.Start();
        var port = ((IPEndPoint)door.LocalEndpoint).Port;
        var file = Path.Combine(lab.LocalHome, "door");
        await File.WriteAllTextAsync(
            file, $"[127.0.0.1]:{port} {string.Join(' ', (await File.ReadAllTextAsync(lab.KnownHosts, Token)).Split('\n')[0].Split(' ')[1..])}\n", Token);
        var serving = Task.Run(
            async () =>
            {
                for (var turnedAway = 0; turnedAway < 2; turnedAway++)
                {
                    using var client = await door.AcceptTcpClientAsync(Token);
                }

                using var guest = await door.AcceptTcpClientAsync(Token);
                using var server = new TcpClient();
                await server.ConnectAsync(lab.Address("h1"), Lab.Port, Token);
                await Task.WhenAny(guest.GetStream().CopyToAsync(server.GetStream(), Token), server.GetStream().CopyToAsync(guest.GetStream(), Token));
            },
            Token);
        await using (var host = new Connector(lab.Login() with { KnownHosts = file }, TimeProvider.System)
            .Connect(lab.Host("h1", ("ansible_host", "127.0.0.1"), ("ansible_port", $"{port}"))))
        {
            Assert.Equal(0, (await host.RunAsync("true")).Rc);
        }

        await serving;
    }

    private static async Task<UnreachableException> Fails(ConnectionOptions options, Host host)
    {
        await using var connection = new Connector(options, TimeProvider.System).Connect(host);
        var error = await Assert.ThrowsAsync<UnreachableException>(() => connection.RunAsync("true"));
        Assert.Equal(host.Name, error.Host);
        return error;
    }

    private async Task<string> KnownHosts(string name, Func<string, string> change)
    {
        var file = Path.Combine(lab.LocalHome, name);
        await File.WriteAllTextAsync(file, change(await File.ReadAllTextAsync(lab.KnownHosts, Token)), Token);
        return file;
    }

    private string Fingerprint(string host)
    {
        using var keygen = Process.Start(
            new ProcessStartInfo("ssh-keygen", ["-l", "-f", Path.Combine(lab.Home(host), "..", "etc", "host_key.pub")]) { RedirectStandardOutput = true })!;
        return keygen.StandardOutput.ReadToEnd().Split(' ')[1];
    }

    public sealed class Hosts() : Lab(3)
    {
        protected override string SshdLines => "Banner /mnt/banner";
    }
}
