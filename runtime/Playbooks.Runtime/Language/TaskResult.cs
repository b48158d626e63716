using System.Text.Json;
using Playbooks.Language.Results;

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

    /// <summary>
    /// Whether it was written and read back, and nobody may be told what it has (<c>[NoLog]</c>): then only how it ended, and when, is known here.
    /// </summary>
    public bool IsPlaceholder { get; internal init; }

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

    /// <summary>Writes the result's properties, in <c>camelCase</c>, into the JSON object that is open.</summary>
    /// <param name="writer">Where to write.</param>
    /// <remarks>
    /// Leave it as it is: properties are written by generated code, and read back by it. What overrides it is called for no type that has such code.
    /// </remarks>
    public virtual void WriteProperties(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (!ResultJson.TryWriteProperties(writer, this))
        {
            CommonProperties.Write(writer, this);
        }
    }
}
