using System.Text.Json;

namespace Playbooks;

/// <summary>What a task gave. A task that ran always has one, also when it failed; a task that did not run has none.</summary>
public abstract record TaskResult
{
    /// <summary>Whether something was changed.</summary>
    public bool Changed { get; init; }

    /// <summary>Whether the task failed, after its <c>FailedWhen</c>.</summary>
    public bool Failed { get; init; }

    /// <summary>Whether nothing really ran.</summary>
    public bool Skipped { get; init; }

    /// <summary>Whether a <c>Wait</c> stopped waiting before the job's end: the job goes on, owned by its playbook.</summary>
    public bool GaveUp { get; init; }

    /// <summary>A line for people: why it failed, or what was done.</summary>
    public string? Message { get; init; }

    /// <summary>The module's label, which names the item of a loop.</summary>
    public string? Label { get; init; }

    /// <summary>
    /// What was changed, or would be, line by line as <c>diff -u</c> tells it; <see langword="null"/> unless the run was asked for differences and the
    /// module has one.
    /// </summary>
    public string? Diff { get; init; }

    /// <summary>The job that gave it, where one did.</summary>
    internal JobInfo? Job { get; init; }

    /// <summary>Whether nobody may be told what it has: <c>[NoLog]</c>.</summary>
    internal bool IsHidden { get; init; }

    /// <summary>Whether the facts of the host may be others than before.</summary>
    internal bool ForgetsFacts { get; init; }

    /// <summary>When it started, by the controller's clock for a task in the foreground, by the host's for a job.</summary>
    public DateTimeOffset Started { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset Ended { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The long texts that it has, which a run may keep elsewhere.</summary>
    internal virtual (KeptText First, KeptText Second) Kept => (KeptText.Nothing, KeptText.Nothing);

    /// <summary>The result as it may be told: without the values of secrets.</summary>
    internal virtual TaskResult Masked(SecretMask mask) => MaskedResult.Of(this, mask);

    /// <summary>Writes the result's own properties, in <c>camelCase</c>, into the JSON object that is open.</summary>
    /// <param name="writer">Where to write.</param>
    public virtual void WriteProperties(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteBoolean("changed", Changed);
        writer.WriteBoolean("failed", Failed);
        writer.WriteBoolean("skipped", Skipped);
        if (GaveUp)
        {
            writer.WriteBoolean("gaveUp", GaveUp);
        }

        if (Message is not null)
        {
            writer.WriteString("message", Message);
        }

        if (Label is not null)
        {
            writer.WriteString("label", Label);
        }

        if (Diff is not null)
        {
            writer.WriteString("diff", Diff);
        }

        writer.WriteString("started", Started.UtcDateTime);
        writer.WriteString("ended", Ended.UtcDateTime);
        writer.WriteNumber("duration", Duration.TotalSeconds);
    }
}
