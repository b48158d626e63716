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
    /// Makes the result of a task that threw instead of giving one, so that it fails as any other does: it may be ignored, run again, rescued.
    /// Must not throw.
    /// </summary>
    /// <param name="message">Why it failed; <see cref="TaskResult.Failed"/> and <see cref="TaskResult.Message"/> are filled in by the caller.</param>
    protected internal abstract TResult FailedResult(string message);

    /// <summary>Decides whether the task failed, from its result. Defaults to the verdict of the module.</summary>
    public Func<TResult, bool>? FailedWhen { get; init; }

    /// <summary>Decides whether the task changed anything, from its result. Defaults to the verdict of the module.</summary>
    public Func<TResult, bool>? ChangedWhen { get; init; }

    /// <summary>With <c>[Retry]</c>: decides whether the task is done and does not run again. Defaults to whether it has not failed.</summary>
    public Func<TResult, bool>? Until { get; init; }

    /// <summary>Environment variables for what runs on the host.</summary>
    public IReadOnlyDictionary<string, string>? Env { get; init; }

    /// <summary>The text that identifies the item of a loop.</summary>
    public virtual string? Label { get; init; }

    /// <summary>Whether the result is hidden from outputs and files, as with <see cref="NoLogAttribute"/>. Defaults to <see langword="false"/>.</summary>
    public virtual bool NoLog { get; init; }

    /// <summary>The user as whom the task runs. It wins over all attributes.</summary>
    public string? Become { get; init; }

    /// <summary>The name of the host on which the task runs instead. It wins over all attributes. Defaults to the playbook's current host.</summary>
    public string? DelegateTo { get; init; }
}
