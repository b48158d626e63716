using System.Text.Json;
using Playbooks.Language.Results;

namespace Playbooks;

/// <summary>The result of a task. Every task that ran has a result, even if it failed; a task that did not run has no result.</summary>
public abstract record TaskResult
{
    /// <summary>Whether the task changed something.</summary>
    public bool Changed { get; init; }

    /// <summary>Whether the task failed. <c>FailedWhen</c> is already taken into account.</summary>
    public bool Failed { get; init; }

    /// <summary>Whether the task had nothing to do, or did nothing because of check mode.</summary>
    public bool Skipped { get; init; }

    /// <summary>Whether a <c>Wait</c> stopped waiting before the job ended. The job runs on, and still belongs to its playbook.</summary>
    public bool GaveUp { get; init; }

    /// <summary>Why the task failed, or what it did, as a message to the user in one line.</summary>
    public string? Message { get; init; }

    /// <summary>The module's label, which identifies the item of a loop.</summary>
    public string? Label { get; init; }

    /// <summary>
    /// The changed lines, or the lines that would change, as <c>diff -u</c> shows them; <see langword="null"/> if the run does not show differences or the
    /// module does not report any.
    /// </summary>
    public string? Diff { get; init; }

    /// <summary>The job that produced the result; <see langword="null"/> if the task was not a job.</summary>
    internal JobInfo? Job { get; init; }

    /// <summary>Whether the result's values may not be shown (<c>[NoLog]</c>).</summary>
    internal bool IsHidden { get; init; }

    /// <summary>Whether the facts of the host may have changed.</summary>
    internal bool ForgetsFacts { get; init; }

    /// <summary>
    /// Whether this is a placeholder: the result of a task with <c>[NoLog]</c> becomes a placeholder when the result is written and read back. A placeholder
    /// only contains how the task ended, and when.
    /// </summary>
    public bool IsPlaceholder { get; internal init; }

    /// <summary>When the task started, by the controller's clock for a task in the foreground, by the host's clock for a job.</summary>
    public DateTimeOffset Started { get; init; }

    /// <summary>When the task ended.</summary>
    public DateTimeOffset Ended { get; init; }

    /// <summary>How long the task took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The long texts of the result, which a run may store outside of memory.</summary>
    internal virtual (KeptText First, KeptText Second) Kept => (KeptText.Nothing, KeptText.Nothing);

    /// <summary>Returns the result as it may be shown: without the values of secrets.</summary>
    internal virtual TaskResult Masked(SecretMask mask) => MaskedResult.Of(this, mask);

    /// <summary>Writes the result's properties, in <c>camelCase</c>, into the open JSON object.</summary>
    /// <param name="writer">The writer.</param>
    /// <remarks>
    /// Do not override this method: generated code writes the properties and reads them back. For a type with such generated code, an override is not called.
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
