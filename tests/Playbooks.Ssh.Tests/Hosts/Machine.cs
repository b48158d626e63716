using Playbooks.Connections;

namespace Playbooks.Ssh.Tests.Hosts;

/// <summary>
/// A whole Debian machine with systemd, <c>m1</c>, whose logind ends what sessions leave behind, also root's, but not <c>carol</c>'s.
/// <c>DOM\dave</c> lingers; <c>bob</c> may become others by <c>sudo</c>. It takes root, or <c>sudo</c> without a password.
/// </summary>
public sealed class Machine : IAsyncLifetime
{
    /// <summary>Who lingers from the start.</summary>
    internal const string Dave = @"DOM\dave";

    private const string Setup =
        """
        set -e
        printf '%s\n' 'DOM\dave:x:1500:1500::/home/dave:/bin/bash' >>/etc/passwd
        printf '%s\n' 'DOM\dave:*:19000:0:99999:7:::' >>/etc/shadow
        groupadd --gid 1500 dave
        for user in alice ben bob carol eve; do useradd --create-home --shell /bin/bash "$user"; done
        mkdir /home/dave
        for home in ben bob carol dave; do
            cp -r /root/.ssh "/home/$home"
            chown -R "$home" "/home/$home" 2>/dev/null || chown -R 1500:1500 "/home/$home"
        done
        echo 'bob ALL=(ALL) NOPASSWD: ALL' >/etc/sudoers.d/bob
        mkdir -p /etc/systemd/logind.conf.d
        printf '%s\n' '[Login]' KillUserProcesses=yes KillExcludeUsers=carol UserStopDelaySec=0 >/etc/systemd/logind.conf.d/kill.conf
        systemctl restart systemd-logind
        loginctl enable-linger 'DOM\dave'
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("playbooks-machines.").FullName;
    private readonly LabNet _net = LabNet.Claim();

    /// <summary>The machine as a host of an inventory.</summary>
    internal Host Host => new("m1", variables: new Dictionary<string, string> { ["ansible_host"] = $"{_net.Prefix}.0.1", ["ansible_port"] = $"{LabNet.Port}" });

    /// <summary>A connection of a user's; one's own, so that its end is a logout.</summary>
    internal IHostConnection Connect(string user, BecomeMethod method) => new Connector(
        new ConnectionOptions
        {
            User = user,
            PrivateKey = Path.Combine(_folder, "id_ed25519"),
            KnownHosts = Path.Combine(_folder, "known_hosts"),
            BecomeMethod = method
        },
        TimeProvider.System).Connect(Host);

    /// <summary>Runs a line in it as root, without a login, and gives what it prints.</summary>
    internal async Task<string> ExecAsync(string line) => (await RunAsync("exec", "m1", "sh", "-c", line)).With(exitCode: 0).Stdout;

    /// <summary>Starts it.</summary>
    public async ValueTask InitializeAsync()
    {
        var up = await RunAsync("up", "1");
        Assert.True(up.ExitCode == 0, up.Stderr.Trim());
        await ExecAsync(Setup);
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsync("down");
        _net.Dispose();
    }

    private Task<Ended> RunAsync(params string[] arguments) => Running.RunAsync(
        Repository.Path("tests", "lab", "machines"),
        arguments,
        new Dictionary<string, string> { ["MACHINES_DIR"] = _folder, ["MACHINES_NET"] = _net.Prefix, ["MACHINES_PORT"] = $"{LabNet.Port}" });
}
