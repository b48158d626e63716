namespace Playbooks;

/// <summary>The host cannot run a job: the job's directory is not writable, or the job would end at logout. Nothing was started.</summary>
/// <param name="message">What happened, where, and what to do.</param>
public sealed class JobStartException(string message) : Exception(message);
