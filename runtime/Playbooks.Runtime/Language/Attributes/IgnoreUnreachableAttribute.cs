namespace Playbooks;

/// <summary>If the host is unreachable, the result of this task is <see langword="null"/>, and the host continues with the next task.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class IgnoreUnreachableAttribute : Attribute;
