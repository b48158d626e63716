namespace Playbooks;

/// <summary>A playbook's own code threw.</summary>
/// <param name="message">What it threw, and where.</param>
/// <param name="thrown">What it threw.</param>
public sealed class UserCodeException(string message, Exception thrown) : Exception(message, thrown);
