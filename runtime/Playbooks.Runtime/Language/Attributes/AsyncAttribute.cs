namespace Playbooks;

/// <summary>Runs the task as a background job on its host. The host itself enforces the limit, even if no controller is connected.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class AsyncAttribute : Attribute
{
    /// <summary>Sets a constant limit for the job.</summary>
    /// <param name="limit">The longest time that the job may run, in seconds from its start; more than zero.</param>
    public AsyncAttribute(int limit) => Limit = limit;

    /// <summary>Names the member of the record that computes the limit of the job.</summary>
    /// <param name="limit">
    /// The name of a property or method that returns the limit: an <see cref="int"/> of seconds or a <see cref="TimeSpan"/>. The member may have the same
    /// parameters as a task. If the member returns <see langword="null"/>, the task runs in the foreground.
    /// </param>
    public AsyncAttribute(string limit) => LimitMember = limit;

    /// <summary>The longest time that the job may run, in seconds from its start; 0 if <see cref="LimitMember"/> computes it.</summary>
    public int Limit { get; }

    /// <summary>The name of the member that computes the limit; <see langword="null"/> if the limit is constant.</summary>
    public string? LimitMember { get; }

    /// <summary>
    /// The longest time between two checks of the job, in seconds. With 0, the playbook does not wait for the job. While the host is connected, the run notices
    /// the end of the job at once, without a check. Defaults to 15 or half of the limit, whichever is less.
    /// </summary>
    public int Poll { get; set; }

    /// <summary>The largest number of items of a loop that run at the same time. Defaults to all items.</summary>
    public int Max { get; set; }

    /// <summary>The seconds between the signals TERM and KILL when the job is ended. Defaults to 10.</summary>
    public int Grace { get; set; } = AsyncDefaults.Grace;

    /// <summary>Whether the job's directory stays on the host after the run. Defaults to <see langword="false"/>.</summary>
    public bool Keep { get; set; }

    /// <summary>
    /// A name for the job, of letters, digits, <c>.</c>, <c>_</c> and <c>-</c>. For each user, a host runs at most one job with this name. If such a job is
    /// already running, the task attaches to that job instead of starting another one. In a loop, or in a loop of blocks, the item's index is appended to the
    /// name.
    /// </summary>
    public string? Key { get; set; }

    /// <summary>
    /// Whether to enable lingering for the task's user (<c>loginctl enable-linger</c>) on hosts where the job would otherwise end at logout. With
    /// <see langword="false"/>, the task fails on such a host before its job starts. Defaults to <see langword="false"/>.
    /// </summary>
    public bool Linger { get; set; }

    /// <summary>
    /// What happens if the job is lost, because the host was rebooted or the job's supervisor was killed. Defaults to <see cref="OnLost.Fail"/>.
    /// </summary>
    public OnLost OnLost { get; set; }

    /// <summary>What happens to the job at the end of the playbook if no task has waited for it. Defaults to <see cref="AtEnd.Join"/>.</summary>
    public AtEnd AtEnd { get; set; }
}
