using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>A limit that a member of the record has computed for a job, as seconds or as a duration.</summary>
/// <param name="Value">The longest time that the job may run; <see langword="null"/> runs the task in the foreground instead of as a job.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct JobLimit(TimeSpan? Value)
{
    /// <summary>Converts a number of seconds to a limit; <see langword="null"/> runs the task in the foreground.</summary>
    /// <param name="seconds">The seconds.</param>
    public static implicit operator JobLimit(int? seconds) => FromInt32(seconds);

    /// <summary>Converts a duration to a limit; <see langword="null"/> runs the task in the foreground.</summary>
    /// <param name="value">The duration.</param>
    public static implicit operator JobLimit(TimeSpan? value) => FromTimeSpan(value);

    /// <summary>Converts a number of seconds to a limit; <see langword="null"/> runs the task in the foreground.</summary>
    /// <param name="seconds">The seconds.</param>
    public static JobLimit FromInt32(int? seconds) => new(seconds is { } value ? TimeSpan.FromSeconds(value) : null);

    /// <summary>Converts a duration to a limit; <see langword="null"/> runs the task in the foreground.</summary>
    /// <param name="value">The duration.</param>
    public static JobLimit FromTimeSpan(TimeSpan? value) => new(value);
}
