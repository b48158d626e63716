namespace Playbooks;

/// <summary>Goes on with the next task where the host cannot be reached, or is lost; the task gives <see langword="null"/> there.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class IgnoreUnreachableAttribute : Attribute;
