using Playbooks.Execution.Tasks;

namespace Playbooks.Execution.Effects;

/// <summary>Why an effect gave nothing, in words that can be written down.</summary>
/// <param name="Message">Why, for people.</param>
internal sealed record EffectFailure(string Message)
{
    /// <summary>The host that was lost; <see langword="null"/> where none was.</summary>
    internal string? LostHost { get; init; }

    /// <summary>Whether the same attempt may succeed later.</summary>
    internal bool IsTransient { get; init; }

    /// <summary>Whether the host had been reached before it was lost.</summary>
    internal bool WasReached { get; init; }

    /// <summary>Whether it took too long.</summary>
    internal bool TimedOut { get; init; }

    /// <summary>What an exception says of an effect; <see langword="null"/> where the run was interrupted, and nothing is known.</summary>
    internal static EffectFailure? Of(Exception thrown) => thrown switch
    {
        OperationCanceledException => null,
        UnreachableException lost => new(lost.Message) { LostHost = lost.Host, IsTransient = lost.IsTransient, WasReached = lost.WasReached },
        _ => new(Thrown.MessageOf(thrown)) { TimedOut = thrown is TimeoutException },
    };

    /// <summary>The exception that says the same.</summary>
    internal Exception ToException() =>
        LostHost is not null ? new UnreachableException(LostHost, Message) { IsTransient = IsTransient, WasReached = WasReached }
        : TimedOut ? new TimeoutException(Message)
        : new IOException(Message);
}
