namespace Playbooks;

/// <summary>
/// Runs the task again until the <c>Until</c> of its module is true. Without <c>Until</c>, runs the task again until it does not fail. On a <c>Wait</c>, the
/// attribute limits the number of checks.
/// </summary>
/// <param name="count">The number of runs after the first one; more than zero.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class RetryAttribute(int count) : Attribute
{
    /// <summary>The number of runs after the first one.</summary>
    public int Count { get; } = count;

    /// <summary>The seconds from the end of one run to the start of the next. Defaults to 5.</summary>
    public int Delay { get; set; } = PlaybookDefaults.RetryDelay;
}
