namespace Playbooks;

/// <summary>
/// What a host says of itself. A task that has a parameter of this type gets its host's; they are gathered once a run, by one script, when the
/// first such task is come to, and not at all where there is none; after a <see cref="Reboot"/> anew. What a host does not tell is <see langword="null"/>.
/// </summary>
/// <example><code>public Apt? Packages(Facts facts) => facts.IsLike("debian") ? new() { Upgrade = AptUpgrade.Dist } : null;</code></example>
public sealed record Facts
{
    /// <summary>The name that it has itself, up to the first dot or not, as it was set there.</summary>
    public string? Hostname { get; init; }

    /// <summary>The system: <c>Linux</c>, <c>Darwin</c>, <c>FreeBSD</c>; by <c>uname -s</c>.</summary>
    public string? System { get; init; }

    /// <summary>The kernel's release, <c>6.1.0-18-amd64</c>.</summary>
    public string? Kernel { get; init; }

    /// <summary>The machine, <c>x86_64</c> or <c>aarch64</c>.</summary>
    public string? Architecture { get; init; }

    /// <summary>The distribution's id in lower case, <c>debian</c>; by os-release(5).</summary>
    public string? Distribution { get; init; }

    /// <summary>Its version, <c>12</c>; a rolling one has none.</summary>
    public string? DistributionVersion { get; init; }

    /// <summary>Its name for people, <c>Debian GNU/Linux 12 (bookworm)</c>.</summary>
    public string? DistributionName { get; init; }

    /// <summary>The ids of the distributions that it is made of, the nearest first. Empty where there are none.</summary>
    public IReadOnlyList<string> DistributionLike { get; init; } = [];

    /// <summary>The processors in use.</summary>
    public int? Processors { get; init; }

    /// <summary>The memory of the machine, in bytes.</summary>
    public long? Memory { get; init; }

    /// <summary>How long it had been up when it was asked.</summary>
    public TimeSpan? Uptime { get; init; }

    /// <summary>The user of the connection, by name.</summary>
    public string? User { get; init; }

    /// <summary>That user's number; 0 is root.</summary>
    public int? Uid { get; init; }

    /// <summary>That user's home directory.</summary>
    public string? Home { get; init; }

    /// <summary>
    /// What installs packages: <c>apt</c>, <c>dnf</c>, <c>yum</c>, <c>zypper</c>, <c>apk</c>, <c>pacman</c>, <c>opkg</c>, <c>pkg</c> or <c>brew</c>.
    /// </summary>
    public string? PackageManager { get; init; }

    /// <summary>What runs services: <c>systemd</c>, <c>openrc</c>, or the name of the first process.</summary>
    public string? ServiceManager { get; init; }

    /// <summary>Its addresses, IPv4 and IPv6, without those that only itself can use. Empty where no tool tells.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>The address that it uses for the way out.</summary>
    public string? DefaultAddress { get; init; }

    /// <summary>Whether it is a distribution, or one made of it.</summary>
    /// <param name="distribution">The distribution's id, <c>debian</c> or <c>rhel</c>.</param>
    public bool IsLike(string distribution) => Distribution == distribution || DistributionLike.Contains(distribution);
}
