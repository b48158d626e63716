namespace Playbooks;

/// <summary>Continues with the next task if the host is unreachable. On such a host, the result of the task is <see langword="null"/>.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class IgnoreUnreachableAttribute : Attribute;
