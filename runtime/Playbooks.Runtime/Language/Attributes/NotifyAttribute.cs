namespace Playbooks;

/// <summary>
/// If the task changes something, runs a handler of the record at the end of the play. If the task is a job with <c>Poll = 0</c>, the handler is notified when
/// the job is joined.
/// </summary>
/// <param name="handler">The name of the handler.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method, AllowMultiple = true)]
public sealed class NotifyAttribute(string handler) : Attribute
{
    /// <summary>The name of the handler.</summary>
    public string Handler { get; } = handler;
}
