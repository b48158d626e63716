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
    /// <summary>The host on which it runs instead.</summary>
    internal string? DelegateTo { get; init; }

    /// <summary>How many hosts may run it at once.</summary>
    internal int? Throttle { get; init; }

    /// <summary>The seconds that it may take in the foreground.</summary>
    internal int? Timeout { get; init; }

    /// <summary>Whether it only tells what it would change, whatever the run says.</summary>
    internal bool? CheckMode { get; init; }

    /// <summary>Its tags and those of its record.</summary>
    internal EquatableArray<string> Tags { get; init; }

    /// <summary>Whether it runs beside those that follow it.</summary>
    internal bool IsParallel { get; init; }

    /// <summary>How many items of a loop run at once beside those that follow it, where that is said.</summary>
    internal int? Max { get; init; }

    /// <summary>Whether the loss of its host is ignored.</summary>
    internal bool IgnoreUnreachable { get; init; }
}
