namespace Playbooks;

/// <summary>What a task does. Modules derive from <see cref="ScriptModule{TResult}"/> or <see cref="ActionModule{TResult}"/>.</summary>
/// <typeparam name="TResult">What it gives.</typeparam>
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

    /// <summary>Judges whether the task failed. By default what the module itself says.</summary>
    public Func<TResult, bool>? FailedWhen { get; init; }

    /// <summary>Judges whether the task changed something. By default what the module itself says.</summary>
    public Func<TResult, bool>? ChangedWhen { get; init; }

    /// <summary>With <c>[Retry]</c>: whether the task need not be run again. By default, when it has not failed.</summary>
    public Func<TResult, bool>? Until { get; init; }

    /// <summary>Variables of the environment, for what runs on the host. None by default.</summary>
    public IReadOnlyDictionary<string, string>? Env { get; init; }

    /// <summary>Names the item of a loop.</summary>
    public virtual string? Label { get; init; }

    /// <summary>Whether nothing of what it gives is shown or written, as by <see cref="NoLogAttribute"/>. Defaults to <see langword="false"/>.</summary>
    public virtual bool NoLog { get; init; }

    /// <summary>The user as whom it runs; nearer than every attribute.</summary>
    public string? Become { get; init; }

    /// <summary>The name of the host on which it runs instead; nearer than every attribute. By default the host that the playbook is at.</summary>
    public string? DelegateTo { get; init; }
}
