namespace Playbooks;

/// <summary>
/// Runs the task on another host, for the host that the playbook is at: connection, user and become are the other's; <see cref="Host"/>, variables
/// and results stay this one's. Where the other host must be computed, modules have <see cref="Module{TResult}.DelegateTo"/>.
/// </summary>
/// <param name="host">The other host's name in the inventory; <c>localhost</c> is always there.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class DelegateToAttribute(string host) : Attribute
{
    /// <summary>The other host's name.</summary>
    public string Host { get; } = host;
}
