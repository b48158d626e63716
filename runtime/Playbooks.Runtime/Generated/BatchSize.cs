using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>How many hosts go through a playbook together, as a batch.</summary>
/// <param name="Value">The number of hosts, or the percentage of hosts; at least 1.</param>
/// <param name="IsPercentage">
/// Whether <paramref name="Value"/> is a percentage of the playbook's hosts. The number is rounded down, but is at least one host.
/// </param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct BatchSize(int Value, bool IsPercentage = false)
{
    /// <summary>Returns the number of hosts in a batch.</summary>
    /// <param name="hosts">The number of all hosts of the playbook.</param>
    internal int Of(int hosts) => IsPercentage ? Math.Max(1, (int)((long)hosts * Value / 100)) : Value;
}
