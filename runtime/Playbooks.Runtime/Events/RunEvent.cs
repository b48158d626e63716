namespace Playbooks;

/// <summary>Something that a run tells. Every output reads the same stream.</summary>
public abstract record RunEvent
{
    private protected RunEvent()
    {
    }

    /// <summary>When it happened, by the controller's clock.</summary>
    public DateTimeOffset At { get; init; }
}
