namespace Playbooks;

/// <summary>Reports how a run ended.</summary>
/// <typeparam name="TResults">The type that holds the results of all tasks on one host.</typeparam>
/// <param name="RunId">The run's id.</param>
/// <param name="Hosts">One report for each host, in inventory order.</param>
/// <param name="ExitCode">0: every host succeeded; 2: a host failed; 4: a host was unreachable; 6: a host failed and a host was unreachable.</param>
public sealed record RunReport<TResults>(string RunId, IReadOnlyList<HostReport<TResults>> Hosts, int ExitCode)
    where TResults : class
{
    /// <summary>The report of one host.</summary>
    /// <param name="host">The host's name.</param>
    /// <exception cref="KeyNotFoundException">The playbook did not run on a host with this name.</exception>
    public HostReport<TResults> this[string host] =>
        Hosts.FirstOrDefault(report => report.Host.Name == host)
        ?? throw new KeyNotFoundException($"The host '{host}' was not part of the run.");
}
