namespace Playbooks;

/// <summary>The work of a task. Modules derive from <see cref="ScriptModule{TResult}"/> or <see cref="ActionModule{TResult}"/>.</summary>
/// <typeparam name="TResult">The type of the result.</typeparam>
public abstract record Module<TResult>
    where TResult : TaskResult
{
    private protected Module()
    {
    }

    /// <summary>
    /// Creates the result of a task that failed with an exception, so that this failure can be ignored, retried or rescued like any other. An implementation
    /// must not throw.
    /// </summary>
    /// <param name="message">Why the task failed. The caller sets <see cref="TaskResult.Failed"/> and <see cref="TaskResult.Message"/>.</param>
    protected internal abstract TResult FailedResult(string message);

    /// <summary>Decides, from the result, whether the task failed. Defaults to the module's own decision.</summary>
    public Func<TResult, bool>? FailedWhen { get; init; }

    /// <summary>Decides, from the result, whether the task changed anything. Defaults to the module's own decision.</summary>
    public Func<TResult, bool>? ChangedWhen { get; init; }

    /// <summary>
    /// Decides, from the result, whether a task with <c>[Retry]</c> is done. If not, the task runs again. Defaults to success: the task is done if it has not
    /// failed.
    /// </summary>
    public Func<TResult, bool>? Until { get; init; }

    /// <summary>Environment variables for the programs that the task runs on the host.</summary>
    public IReadOnlyDictionary<string, string>? Env { get; init; }

    /// <summary>The text that identifies the item of a loop.</summary>
    public virtual string? Label { get; init; }

    /// <summary>Whether the result is hidden from outputs and files, as with <see cref="NoLogAttribute"/>. Defaults to <see langword="false"/>.</summary>
    public virtual bool NoLog { get; init; }

    /// <summary>The user as whom the task runs. This property takes precedence over all attributes.</summary>
    public string? Become { get; init; }

    /// <summary>
    /// The name of the host on which the task runs, on behalf of the playbook's current host. This property takes precedence over all attributes. Defaults to
    /// the playbook's current host.
    /// </summary>
    public string? DelegateTo { get; init; }
}
