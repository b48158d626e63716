namespace Playbooks;

/// <summary>
/// Runs the task on another host, on behalf of the playbook's current host. The connection, the user and the become method are those of the other host;
/// <see cref="Host"/>, variables and results are those of the current host. To compute the name of the other host, use the module's
/// <see cref="Module{TResult}.DelegateTo"/> instead.
/// </summary>
/// <param name="host">The name of the other host in the inventory; <c>localhost</c> always exists.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class DelegateToAttribute(string host) : Attribute
{
    /// <summary>The name of the other host.</summary>
    public string Host { get; } = host;
}
