namespace Playbooks.Connections;

/// <summary>How to get in.</summary>
internal sealed record ConnectionOptions
{
    /// <summary>The user to log in as, where the inventory names none. Defaults to the user who runs this.</summary>
    internal string? User { get; init; }

    /// <summary>The private key's file, where the inventory names none. Defaults to the user's own keys in <c>~/.ssh</c>.</summary>
    internal string? PrivateKey { get; init; }

    /// <summary>The file of known host keys. Defaults to <c>~/.ssh/known_hosts</c> and <c>/etc/ssh/ssh_known_hosts</c>.</summary>
    internal string? KnownHosts { get; init; }

    /// <summary>The program by which other users are become, where the inventory names none. Defaults to <c>sudo</c>.</summary>
    internal BecomeMethod BecomeMethod { get; init; }

    /// <summary>The password for that, where the inventory has none. None by default.</summary>
    internal Secret? BecomePassword { get; init; }

    /// <summary>How long a host may answer nothing before its connection counts as lost. Defaults to 30 s.</summary>
    internal TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The home of the user who runs this.</summary>
    internal string Home { get; init; } = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    /// <summary>Whether an ssh-agent holds keys for the user who runs this.</summary>
    internal bool HasAgent { get; init; } = Environment.GetEnvironmentVariable("SSH_AUTH_SOCK") is { Length: > 0 };

    /// <summary>The user who runs this.</summary>
    internal string LocalUser { get; init; } = Environment.UserName;

    /// <summary>A path with <c>~</c> expanded.</summary>
    internal string Expand(string path) =>
        path == "~" ? Home : path.StartsWith("~/", StringComparison.Ordinal) ? Path.Join(Home, path[2..]) : path;
}
