namespace Playbooks;

/// <summary>A host answered that it cannot run a job: its directory cannot be written, or it would end with the login. Nothing was started.</summary>
/// <param name="message">What, where, and what to do.</param>
public sealed class JobStartException(string message) : Exception(message);
