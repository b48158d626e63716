namespace Playbooks.Ssh.Tests.Hosts;

/// <summary>Where a playbook runs: on the hosts of a lab, or on this machine alone.</summary>
public interface IHosts
{
    /// <summary>The names of the hosts, in inventory order.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>What a run is told of them.</summary>
    IReadOnlyList<string> Options { get; }

    /// <summary>The home directory that a run has on this machine.</summary>
    string LocalHome { get; }

    /// <summary>Where a host's home directory is on this machine.</summary>
    string Home(string host);

    /// <summary>Empties every home.</summary>
    Task WipeAsync();
}
