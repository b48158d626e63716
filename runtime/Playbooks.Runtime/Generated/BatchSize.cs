using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>How many hosts go through a playbook at a time.</summary>
/// <param name="Value">So many hosts, or so many of a hundred; above zero.</param>
/// <param name="IsPercentage">Whether it is a percentage of the playbook's hosts, rounded down, and at least one host.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct BatchSize(int Value, bool IsPercentage = false)
{
    /// <summary>The number of hosts.</summary>
    /// <param name="hosts">How many hosts the playbook has.</param>
    internal int Of(int hosts) => IsPercentage ? Math.Max(1, (int)((long)hosts * Value / 100)) : Value;
}
