namespace Playbooks;

/// <summary>What a task is: its name, its attributes, and which results it needs. The generator writes it.</summary>
/// <param name="Member">The member of the record; also the task's path in job ids and events.</param>
/// <param name="Module">The module's name: <c>Command</c>, <c>Copy</c>, …</param>
public sealed record TaskInfo(string Member, string Module)
{
    /// <summary>What is shown for it.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is a loop.</summary>
    public bool IsLoop { get; init; }

    /// <summary>Whether it may be skipped.</summary>
    public bool IsConditional { get; init; }

    /// <summary>How it runs as a job, if it does.</summary>
    public AsyncInfo? Async { get; init; }

    /// <summary>How often it is run again, if it is.</summary>
    public RetryInfo? Retry { get; init; }

    /// <summary>Its own word on becoming another user, if it has one.</summary>
    public BecomeInfo? Become { get; init; }

    /// <summary>Whether it runs once, on the first live host.</summary>
    public bool RunOnce { get; init; }

    /// <summary>The host on which it runs instead, where an attribute names one.</summary>
    public string? DelegateTo { get; init; }

    /// <summary>How many hosts may run it at once, where an attribute bounds that.</summary>
    public int? Throttle { get; init; }

    /// <summary>The seconds that it may take in the foreground, where an attribute bounds that.</summary>
    public int? Timeout { get; init; }

    /// <summary>Whether the loss of its host is ignored.</summary>
    public bool IgnoreUnreachable { get; init; }

    /// <summary>Whether a failure is ignored.</summary>
    public bool IgnoreErrors { get; init; }

    /// <summary>Whether nothing of what it gives is shown or written.</summary>
    public bool NoLog { get; init; }

    /// <summary>Whether it failed, where an attribute says so.</summary>
    public bool? FailedWhen { get; init; }

    /// <summary>Whether it changed something, where an attribute says so.</summary>
    public bool? ChangedWhen { get; init; }

    /// <summary>The members of the earlier tasks whose results or jobs it asks for, itself, through its <c>When</c> or its <c>After</c>.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];
}
