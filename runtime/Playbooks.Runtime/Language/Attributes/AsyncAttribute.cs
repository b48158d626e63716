namespace Playbooks;

/// <summary>Runs the task as a background job on its host, which keeps the limit even when nobody is connected.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class AsyncAttribute : Attribute
{
    /// <summary>A job with a limit that is known.</summary>
    /// <param name="limit">The longest that the job may run, in seconds from its start; more than zero.</param>
    public AsyncAttribute(int limit) => Limit = limit;

    /// <summary>A job with a limit that a member of the record computes, or no job.</summary>
    /// <param name="limit">
    /// The name of a property or method that gives the limit: an <see cref="int"/> of seconds or a <see cref="TimeSpan"/>. It may ask for
    /// parameters as a task does. <see langword="null"/> runs the task in the foreground.
    /// </param>
    public AsyncAttribute(string limit) => LimitMember = limit;

    /// <summary>The longest that the job may run, in seconds from its start; 0 where <see cref="LimitMember"/> computes it.</summary>
    public int Limit { get; }

    /// <summary>The member that computes the limit, if one does.</summary>
    public string? LimitMember { get; }

    /// <summary>
    /// The longest that a look at the job may take to come, in seconds; 0 does not wait for the job.
    /// Defaults to 15 or half of the limit, whichever is less. The end itself is known at once while a connection stands.
    /// </summary>
    public int Poll { get; set; }

    /// <summary>How many items of a loop run at once. By default, all.</summary>
    public int Max { get; set; }

    /// <summary>The seconds from TERM to KILL when the job is ended. Defaults to 10.</summary>
    public int Grace { get; set; } = AsyncDefaults.Grace;

    /// <summary>Whether the job's directory stays on the host after the run. Defaults to <see langword="false"/>.</summary>
    public bool Keep { get; set; }

    /// <summary>
    /// A name for the job: letters, digits, <c>.</c>, <c>_</c> and <c>-</c>. Only one job of a name runs at a time for a user of a host;
    /// where one runs, the task attaches to it and starts none. In a loop, of blocks too, the item's index is added to it. None by default.
    /// </summary>
    public string? Key { get; set; }

    /// <summary>
    /// Whether the task's user is made to linger (<c>loginctl enable-linger</c>) on hosts where the job would end with the login else. Defaults to
    /// <see langword="false"/>: there the task is refused before its job starts.
    /// </summary>
    public bool Linger { get; set; }

    /// <summary>What is done when its host was rebooted or its supervisor died. Defaults to <see cref="OnLost.Fail"/>.</summary>
    public OnLost OnLost { get; set; }

    /// <summary>What the end of the playbook does to a job that nobody waited for. Defaults to <see cref="AtEnd.Join"/>.</summary>
    public AtEnd AtEnd { get; set; }
}
