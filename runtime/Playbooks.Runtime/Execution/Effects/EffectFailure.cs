using Playbooks.Execution.Tasks;

namespace Playbooks.Execution.Effects;

/// <summary>Why an effect has no value, as data that can be stored.</summary>
/// <param name="Message">The reason, as a message to the user.</param>
internal sealed record EffectFailure(string Message)
{
    /// <summary>The host that became unreachable; <see langword="null"/> if none did.</summary>
    internal string? LostHost { get; init; }

    /// <summary>Whether a later attempt may succeed.</summary>
    internal bool IsTransient { get; init; }

    /// <summary>Whether the host had been reached before its connection was lost.</summary>
    internal bool WasReached { get; init; }

    /// <summary>Whether the effect timed out.</summary>
    internal bool TimedOut { get; init; }

    /// <summary>Converts an exception to a failure. Returns <see langword="null"/> if the run was interrupted, because the outcome is then unknown.</summary>
    internal static EffectFailure? Of(Exception thrown) => thrown switch
    {
        OperationCanceledException => null,
        UnreachableException lost => new(lost.Message) { LostHost = lost.Host, IsTransient = lost.IsTransient, WasReached = lost.WasReached },
        _ => new(Thrown.MessageOf(thrown)) { TimedOut = thrown is TimeoutException },
    };

    /// <summary>Converts the failure back to an exception.</summary>
    internal Exception ToException() =>
        LostHost is not null ? new UnreachableException(LostHost, Message) { IsTransient = IsTransient, WasReached = WasReached }
        : TimedOut ? new TimeoutException(Message)
        : new IOException(Message);
}
