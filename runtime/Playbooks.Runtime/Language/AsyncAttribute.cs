namespace Playbooks;

/// <summary>Runs the task as a background job on its host, which keeps the limit even when nobody is connected.</summary>
/// <param name="limit">The longest that the job may run, in seconds from its start; more than zero.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class AsyncAttribute(int limit) : Attribute
{
    /// <summary>The longest that the job may run, in seconds from its start.</summary>
    public int Limit { get; } = limit;

    /// <summary>
    /// The longest that a look at the job may take to come, in seconds; 0 does not wait for the job.
    /// Defaults to 15 or half of the limit, whichever is less. The end itself is known at once while a connection stands.
    /// </summary>
    public int Poll { get; set; }

    /// <summary>The seconds from TERM to KILL when the job is ended. Defaults to 10.</summary>
    public int Grace { get; set; } = 10;

    /// <summary>Whether the job's directory stays on the host after the run. Defaults to <see langword="false"/>.</summary>
    public bool Keep { get; set; }

    /// <summary>
    /// A name for the job: letters, digits, <c>.</c>, <c>_</c> and <c>-</c>. Only one job of a name runs at a time for a user of a host;
    /// where one runs, the task attaches to it and starts none. In a loop, the item's index is added to it. None by default.
    /// </summary>
    public string? Key { get; set; }

    /// <summary>What is done when its host was rebooted or its supervisor died. Defaults to <see cref="OnLost.Fail"/>.</summary>
    public OnLost OnLost { get; set; }

    /// <summary>What the end of the playbook does to a job that nobody waited for. Defaults to <see cref="AtEnd.Join"/>.</summary>
    public AtEnd AtEnd { get; set; }
}
