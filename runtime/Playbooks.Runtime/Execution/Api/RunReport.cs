namespace Playbooks;

/// <summary>How a run went.</summary>
/// <typeparam name="TResults">What the tasks give on one host.</typeparam>
/// <param name="RunId">The run's id.</param>
/// <param name="Hosts">How each host did, in inventory order.</param>
/// <param name="ExitCode">0 all well; 2 a host failed; 4 a host was unreachable; 6 both.</param>
public sealed record RunReport<TResults>(string RunId, IReadOnlyList<HostReport<TResults>> Hosts, int ExitCode)
    where TResults : class
{
    /// <summary>The report of one host.</summary>
    /// <param name="host">The host's name.</param>
    /// <exception cref="KeyNotFoundException">The run had no such host.</exception>
    public HostReport<TResults> this[string host] =>
        Hosts.FirstOrDefault(report => report.Host.Name == host)
        ?? throw new KeyNotFoundException($"The run had no host '{host}'.");
}
