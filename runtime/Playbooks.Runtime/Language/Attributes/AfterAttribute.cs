namespace Playbooks;

/// <summary>Starts this task only after the job of an earlier task has ended. The result of the job is not used.</summary>
/// <param name="task">The name of the earlier task.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method, AllowMultiple = true)]
public sealed class AfterAttribute(string task) : Attribute
{
    /// <summary>The name of the earlier task.</summary>
    public string Task { get; } = task;
}
