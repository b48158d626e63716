namespace Playbooks;

/// <summary>Something that happened in a run. All outputs receive the same events.</summary>
public abstract record RunEvent
{
    private protected RunEvent()
    {
    }

    /// <summary>When the event happened, by the controller's clock.</summary>
    public DateTimeOffset At { get; init; }
}
