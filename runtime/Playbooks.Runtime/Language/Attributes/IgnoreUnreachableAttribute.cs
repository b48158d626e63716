namespace Playbooks;

/// <summary>Continues with the next task if the host is unreachable. The result of the task is <see langword="null"/> there.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class IgnoreUnreachableAttribute : Attribute;
