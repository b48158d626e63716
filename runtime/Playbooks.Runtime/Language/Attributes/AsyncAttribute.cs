namespace Playbooks;

/// <summary>Runs the task as a background job on its host. The host itself enforces the limit, even if no controller is connected.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class AsyncAttribute : Attribute
{
    /// <summary>A job with a constant limit.</summary>
    /// <param name="limit">The longest time that the job may run, in seconds from its start; more than zero.</param>
    public AsyncAttribute(int limit) => Limit = limit;

    /// <summary>A job whose limit a member of the record computes.</summary>
    /// <param name="limit">
    /// The name of a property or method that returns the limit: an <see cref="int"/> of seconds or a <see cref="TimeSpan"/>. It may have the same parameters as
    /// a task. If it returns <see langword="null"/>, the task runs in the foreground.
    /// </param>
    public AsyncAttribute(string limit) => LimitMember = limit;

    /// <summary>The longest time that the job may run, in seconds from its start; 0 if <see cref="LimitMember"/> computes it.</summary>
    public int Limit { get; }

    /// <summary>The name of the member that computes the limit.</summary>
    public string? LimitMember { get; }

    /// <summary>
    /// The longest time between two checks of the job, in seconds. With 0, the playbook does not wait for the job. The end of the job is known at once while
    /// the host is connected. Defaults to 15 or half of the limit, whichever is less.
    /// </summary>
    public int Poll { get; set; }

    /// <summary>The number of items of a loop that run at the same time. Defaults to all.</summary>
    public int Max { get; set; }

    /// <summary>The seconds between the signals TERM and KILL when the job is ended. Defaults to 10.</summary>
    public int Grace { get; set; } = AsyncDefaults.Grace;

    /// <summary>Whether the job's directory stays on the host after the run. Defaults to <see langword="false"/>.</summary>
    public bool Keep { get; set; }

    /// <summary>
    /// A name for the job, of letters, digits, <c>.</c>, <c>_</c> and <c>-</c>. A host runs at most one job of a name for each user: if one is running, the
    /// task attaches to it and starts no other. In a loop, of blocks too, the index of the item is appended.
    /// </summary>
    public string? Key { get; set; }

    /// <summary>
    /// Whether to let the task's user linger (<c>loginctl enable-linger</c>) on hosts on which the job would otherwise end with the login. Without it, the task
    /// fails there before its job starts. Defaults to <see langword="false"/>.
    /// </summary>
    public bool Linger { get; set; }

    /// <summary>What happens if the host was rebooted or the supervisor of the job died. Defaults to <see cref="OnLost.Fail"/>.</summary>
    public OnLost OnLost { get; set; }

    /// <summary>What the end of the playbook does to a job that no task waited for. Defaults to <see cref="AtEnd.Join"/>.</summary>
    public AtEnd AtEnd { get; set; }
}
