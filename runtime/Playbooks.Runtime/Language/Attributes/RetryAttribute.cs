namespace Playbooks;

/// <summary>Runs the task again until its <c>Until</c> holds or, without one, until it does not fail. On a <c>Wait</c>, the number of looks.</summary>
/// <param name="count">How many more runs after the first; more than zero.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class RetryAttribute(int count) : Attribute
{
    /// <summary>How many more runs after the first.</summary>
    public int Count { get; } = count;

    /// <summary>The seconds from the end of one run to the start of the next. Defaults to 5.</summary>
    public int Delay { get; set; } = PlaybookDefaults.RetryDelay;
}
