namespace Playbooks.Generator.Model;

/// <summary>How a task runs, according to its attributes.</summary>
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
    /// <summary>The host to which it is delegated.</summary>
    internal string? DelegateTo { get; init; }

    /// <summary>The number of hosts that may run it at once.</summary>
    internal int? Throttle { get; init; }

    /// <summary>Its limit in the foreground, in seconds.</summary>
    internal int? Timeout { get; init; }

    /// <summary>Whether it always runs in check mode.</summary>
    internal bool? CheckMode { get; init; }

    /// <summary>Its tags and those of its record.</summary>
    internal EquatableArray<string> Tags { get; init; }

    /// <summary>Whether it runs beside the tasks that follow it.</summary>
    internal bool IsParallel { get; init; }

    /// <summary>The number of items of a loop that run at once, if <c>Max</c> sets it.</summary>
    internal int? Max { get; init; }

    /// <summary>Whether the loss of its host is ignored.</summary>
    internal bool IgnoreUnreachable { get; init; }
}
