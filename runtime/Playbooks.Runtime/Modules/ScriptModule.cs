using Playbooks.Connections.Shells;

namespace Playbooks;

/// <summary>A module that is one POSIX shell script. Such a module can also run as a job.</summary>
/// <typeparam name="TResult">The type of the result.</typeparam>
public abstract record ScriptModule<TResult> : Module<TResult>
    where TResult : TaskResult
{
    /// <summary>
    /// The script, for <c>/bin/sh</c>. The script runs in a subshell of its own, in the user's home directory, with an empty standard input. The script never
    /// appears in a process list. Its lines must end with <c>\n</c>; a raw string literal in C# has the line ends of its source file.
    /// </summary>
    /// <exception cref="FormatException">The module's arguments are not valid.</exception>
    protected internal abstract string ScriptText { get; }

    /// <summary>
    /// Whether the script contains a <see cref="Secret"/>. If so, the script is removed from a job's directory on the host as soon as the job runs. Defaults to
    /// <see langword="false"/>.
    /// </summary>
    protected internal virtual bool HasSecrets => false;

    /// <summary>
    /// A script that decides whether the task is skipped. This script runs first, in a shell of its own. If it succeeds, <see cref="ScriptText"/> does not run,
    /// and the output of this script is the reason for the skip. Defaults to <see langword="null"/>: the task always runs.
    /// </summary>
    protected internal virtual string? SkipScript => null;

    /// <summary>The number of bytes that are kept of each output stream. If a stream is longer, only its end is kept. Defaults to 1 MiB.</summary>
    protected internal virtual int MostOutput => OutputTail.Most;

    /// <summary>The path of a file on the controller that receives the whole standard output. Defaults to <see langword="null"/>: no file.</summary>
    protected internal virtual string? OutputFile => null;

    /// <summary>
    /// Creates the result from the outcome of the script. The caller sets the times and the label, and applies <c>FailedWhen</c> and <c>ChangedWhen</c>.
    /// </summary>
    /// <param name="outcome">The outcome of the script.</param>
    protected internal abstract TResult Parse(ScriptOutcome outcome);

    /// <summary>
    /// Creates the result of a task that failed with an exception. By default, this is the result that <see cref="Parse"/> creates for a script that did not
    /// run: no exit status, no output.
    /// </summary>
    /// <param name="message">Why the task failed.</param>
    protected internal override TResult FailedResult(string message) => Parse(new ScriptOutcome { State = JobState.Failed, Reason = message });

    /// <summary>
    /// The script that runs in check mode. The script must change nothing, and determines what <see cref="ScriptText"/> would change. Defaults to
    /// <see langword="null"/>: a prediction is not possible, nothing runs, and the result has <see cref="TaskResult.Skipped"/> set.
    /// </summary>
    /// <exception cref="FormatException">The module's arguments are not valid.</exception>
    protected internal virtual string? CheckScript => null;

    /// <summary>
    /// Creates the result in check mode. <see cref="TaskResult.Changed"/> must be set if the task would change something. Defaults to <see cref="Parse"/>.
    /// </summary>
    /// <param name="outcome">The outcome of <see cref="CheckScript"/>; if there is no such script, an outcome with exit status 0 and no output.</param>
    protected internal virtual TResult Predict(ScriptOutcome outcome) => Parse(outcome);
}
