namespace Playbooks;

/// <summary>Waits for the job of an earlier task before the task runs, without using its result.</summary>
/// <param name="task">The name of the earlier task.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method, AllowMultiple = true)]
public sealed class AfterAttribute(string task) : Attribute
{
    /// <summary>The name of the earlier task.</summary>
    public string Task { get; } = task;
}
