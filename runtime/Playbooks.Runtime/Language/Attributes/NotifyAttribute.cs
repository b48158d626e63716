namespace Playbooks;

/// <summary>
/// Runs a handler of the record at the end of the play if the task changes something. A job without a waiting task notifies the handler when it is joined.
/// </summary>
/// <param name="handler">The name of the handler.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method, AllowMultiple = true)]
public sealed class NotifyAttribute(string handler) : Attribute
{
    /// <summary>The name of the handler.</summary>
    public string Handler { get; } = handler;
}
