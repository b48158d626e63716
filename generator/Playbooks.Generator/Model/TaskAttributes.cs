namespace Playbooks.Generator.Model;

/// <summary>What a task's attributes say about how it runs.</summary>
internal sealed record TaskAttributes(
    AsyncModel? Async,
    RetryModel? Retry,
    BecomeModel? Become,
    bool RunOnce,
    bool IgnoreErrors,
    bool NoLog,
    bool? FailedWhen,
    bool? ChangedWhen)
{
    /// <summary>How many hosts may run it at once.</summary>
    internal int? Throttle { get; init; }
}
