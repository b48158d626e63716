using Playbooks.Connections.Shells;

namespace Playbooks;

/// <summary>A module that is one POSIX script: it can also be a job.</summary>
/// <typeparam name="TResult">What it gives.</typeparam>
public abstract record ScriptModule<TResult> : Module<TResult>
    where TResult : TaskResult
{
    /// <summary>
    /// The script, for <c>/bin/sh</c>. It runs in a subshell of its own with an empty standard input, in the user's home,
    /// and never appears in a process list. Its lines end with <c>\n</c> alone: a raw string has the line ends of its source file.
    /// </summary>
    /// <exception cref="FormatException">The module's arguments make no script.</exception>
    protected internal abstract string ScriptText { get; }

    /// <summary>
    /// Whether a <see cref="Secret"/> is in the script: then a job's directory on the host has it no longer than until it runs. Defaults to
    /// <see langword="false"/>.
    /// </summary>
    protected internal virtual bool HasSecrets => false;

    /// <summary>
    /// A script that runs first, in a shell of its own: where it succeeds, <see cref="ScriptText"/> does not run, and what it printed says why. What the
    /// task prints can say no such thing. <see langword="null"/>, the default, where the task runs in any case.
    /// </summary>
    protected internal virtual string? SkipScript => null;

    /// <summary>How many bytes of each stream are kept, the last ones. Defaults to 1 MiB.</summary>
    protected internal virtual int MostOutput => OutputTail.Most;

    /// <summary>The file on the machine that runs the playbook that takes the whole standard output. <see langword="null"/>, the default, for none.</summary>
    protected internal virtual string? OutputFile => null;

    /// <summary>Makes the result of what the script gave; the times, the label and the verdicts are filled in by the caller.</summary>
    /// <param name="outcome">What the script gave.</param>
    protected internal abstract TResult Parse(ScriptOutcome outcome);

    /// <summary>Defaults to what <see cref="Parse"/> makes of a script that did not run: no exit status, no output.</summary>
    /// <param name="message">Why it failed.</param>
    protected internal override TResult FailedResult(string message) => Parse(new ScriptOutcome { State = JobState.Failed, Reason = message });

    /// <summary>
    /// What runs in check mode: a script that changes nothing, and finds out what <see cref="ScriptText"/> would change.
    /// <see langword="null"/>, the default, where nobody can know: then nothing runs, and the result says <see cref="TaskResult.Skipped"/>.
    /// </summary>
    /// <exception cref="FormatException">The module's arguments make no script.</exception>
    protected internal virtual string? CheckScript => null;

    /// <summary>
    /// Makes the result of check mode: with <see cref="TaskResult.Changed"/> where something would be changed. Defaults to <see cref="Parse"/>.
    /// </summary>
    /// <param name="outcome">What <see cref="CheckScript"/> gave; exit status 0 and no output where there is none.</param>
    protected internal virtual TResult Predict(ScriptOutcome outcome) => Parse(outcome);
}
