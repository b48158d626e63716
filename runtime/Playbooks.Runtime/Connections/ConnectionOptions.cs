namespace Playbooks.Connections;

/// <summary>How to connect to hosts and log in.</summary>
internal sealed record ConnectionOptions
{
    /// <summary>The user to log in as on hosts for which the inventory sets no user. Defaults to the user who runs this program.</summary>
    internal string? User { get; init; }

    /// <summary>The path of the private key for hosts for which the inventory sets none. Defaults to the user's own keys in <c>~/.ssh</c>.</summary>
    internal string? PrivateKey { get; init; }

    /// <summary>The path of the file with the known host keys. Defaults to <c>~/.ssh/known_hosts</c> and <c>/etc/ssh/ssh_known_hosts</c>.</summary>
    internal string? KnownHosts { get; init; }

    /// <summary>The become method for hosts for which the inventory sets none. Defaults to <c>sudo</c>.</summary>
    internal BecomeMethod BecomeMethod { get; init; }

    /// <summary>The password for running as another user on hosts for which the inventory has none. Defaults to <see langword="null"/>: no password.</summary>
    internal Secret? BecomePassword { get; init; }

    /// <summary>How long a host may stay silent before its connection counts as lost. Defaults to 30 s.</summary>
    internal TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The home directory of the user who runs this program.</summary>
    internal string Home { get; init; } = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    /// <summary>Whether an ssh-agent has keys of the user who runs this program.</summary>
    internal bool HasAgent { get; init; } = Environment.GetEnvironmentVariable("SSH_AUTH_SOCK") is { Length: > 0 };

    /// <summary>The user who runs this program.</summary>
    internal string LocalUser { get; init; } = Environment.UserName;

    /// <summary>Expands <c>~</c> in a path.</summary>
    internal string Expand(string path) =>
        path == "~" ? Home : path.StartsWith("~/", StringComparison.Ordinal) ? Path.Join(Home, path[2..]) : path;
}
