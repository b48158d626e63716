namespace Playbooks;

/// <summary>
/// The facts of a host: its distribution, its memory, and so on. A task gets the facts through a parameter of this type. One script gathers all facts of a host
/// once per run, when the run reaches the first task that needs facts, and again after a <see cref="Reboot"/>. If no task needs facts, none are gathered. A
/// fact that the host does not report is <see langword="null"/>.
/// </summary>
/// <example><code>public Apt? Packages(Facts facts) => facts.IsLike("debian") ? new() { Upgrade = AptUpgrade.Dist } : null;</code></example>
public sealed record Facts
{
    /// <summary>The host name as set on the host, with or without the domain.</summary>
    public string? Hostname { get; init; }

    /// <summary>The operating system, as <c>uname -s</c> prints it: <c>Linux</c>, <c>Darwin</c> or <c>FreeBSD</c>, for example.</summary>
    public string? System { get; init; }

    /// <summary>The kernel's release, such as <c>6.1.0-18-amd64</c>.</summary>
    public string? Kernel { get; init; }

    /// <summary>The machine's architecture, such as <c>x86_64</c> or <c>aarch64</c>.</summary>
    public string? Architecture { get; init; }

    /// <summary>The distribution's id in lower case, such as <c>debian</c>, from os-release(5).</summary>
    public string? Distribution { get; init; }

    /// <summary>The distribution's version, such as <c>12</c>; <see langword="null"/> for a rolling distribution.</summary>
    public string? DistributionVersion { get; init; }

    /// <summary>The distribution's name for people, such as <c>Debian GNU/Linux 12 (bookworm)</c>.</summary>
    public string? DistributionName { get; init; }

    /// <summary>The ids of the distributions on which this one is based, the nearest first. Empty if this distribution is not based on another one.</summary>
    public IReadOnlyList<string> DistributionLike { get; init; } = [];

    /// <summary>The number of available processors.</summary>
    public int? Processors { get; init; }

    /// <summary>The machine's memory, in bytes.</summary>
    public long? Memory { get; init; }

    /// <summary>How long the host had been running when its facts were gathered.</summary>
    public TimeSpan? Uptime { get; init; }

    /// <summary>The name of the user who is logged in.</summary>
    public string? User { get; init; }

    /// <summary>The id of the user who is logged in; 0 is root.</summary>
    public int? Uid { get; init; }

    /// <summary>The home directory of the user who is logged in.</summary>
    public string? Home { get; init; }

    /// <summary>
    /// The program that installs packages: <c>apt</c>, <c>dnf</c>, <c>yum</c>, <c>zypper</c>, <c>apk</c>, <c>pacman</c>, <c>opkg</c>, <c>pkg</c> or
    /// <c>brew</c>.
    /// </summary>
    public string? PackageManager { get; init; }

    /// <summary>The program that runs services: <c>systemd</c>, <c>openrc</c>, or else the name of the first process.</summary>
    public string? ServiceManager { get; init; }

    /// <summary>The host's IPv4 and IPv6 addresses that other machines can use. Empty if the host has no program that lists them.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>The address from which the host sends to other networks.</summary>
    public string? DefaultAddress { get; init; }

    /// <summary>Whether the host's distribution is the given one or is based on it.</summary>
    /// <param name="distribution">The distribution's id, such as <c>debian</c> or <c>rhel</c>.</param>
    public bool IsLike(string distribution) => Distribution == distribution || DistributionLike.Contains(distribution);
}
