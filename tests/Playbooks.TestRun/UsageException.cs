namespace Playbooks.TestRun;

/// <summary>Nothing can be run as it was asked for. The message says why, and what can be done.</summary>
internal sealed class UsageException(string message) : Exception(message);
