namespace Playbooks;

/// <summary>A module that is one POSIX script: it can also be a job.</summary>
/// <typeparam name="TResult">What it gives.</typeparam>
public abstract record ScriptModule<TResult> : Module<TResult>
    where TResult : TaskResult
{
    /// <summary>
    /// The script, for <c>/bin/sh</c>. It runs in a subshell of its own with an empty standard input, in the user's home,
    /// and never appears in a process list.
    /// </summary>
    /// <exception cref="FormatException">The module's arguments make no script.</exception>
    protected internal abstract string Script { get; }

    /// <summary>Makes the result of what the script gave; the times, the label and the verdicts are filled in by the caller.</summary>
    /// <param name="outcome">What the script gave.</param>
    protected internal abstract TResult Parse(ScriptOutcome outcome);
}
