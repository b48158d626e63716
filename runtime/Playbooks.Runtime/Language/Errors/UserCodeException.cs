namespace Playbooks;

/// <summary>A playbook's own code threw an exception.</summary>
/// <param name="message">Which exception was thrown, and where.</param>
/// <param name="thrown">The exception that the code threw.</param>
public sealed class UserCodeException(string message, Exception thrown) : Exception(message, thrown);
