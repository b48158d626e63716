using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>The computed limit of a job: what a member of the record gave, in any of the types in which it may give it.</summary>
/// <param name="Value">The longest that the job may run; <see langword="null"/> for no job but a task in the foreground.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct JobLimit(TimeSpan? Value)
{
    /// <summary>A number of seconds, or none.</summary>
    /// <param name="seconds">The seconds.</param>
    public static implicit operator JobLimit(int? seconds) => FromInt32(seconds);

    /// <summary>A duration, or none.</summary>
    /// <param name="value">The duration.</param>
    public static implicit operator JobLimit(TimeSpan? value) => FromTimeSpan(value);

    /// <summary>A number of seconds, or none.</summary>
    /// <param name="seconds">The seconds.</param>
    public static JobLimit FromInt32(int? seconds) => new(seconds is { } value ? TimeSpan.FromSeconds(value) : null);

    /// <summary>A duration, or none.</summary>
    /// <param name="value">The duration.</param>
    public static JobLimit FromTimeSpan(TimeSpan? value) => new(value);
}
