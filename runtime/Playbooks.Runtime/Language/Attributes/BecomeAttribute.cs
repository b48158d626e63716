namespace Playbooks;

/// <summary>
/// Runs the task as another user, through <c>sudo</c>, <c>su</c> or <c>doas</c>. If the connection is already logged in as that user, the task runs without
/// these programs.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class BecomeAttribute : Attribute
{
    /// <summary>Runs the task as the user whom the playbook, the inventory or the run names, or as <c>root</c>.</summary>
    public BecomeAttribute() => Enabled = true;

    /// <summary>Runs the task as a user.</summary>
    /// <param name="user">The name of the user on the host.</param>
    public BecomeAttribute(string user)
    {
        Enabled = true;
        User = user;
    }

    /// <summary>Sets whether the task runs as another user. This attribute takes precedence over the setting of the playbook.</summary>
    /// <param name="enabled">Whether the task runs as another user.</param>
    public BecomeAttribute(bool enabled) => Enabled = enabled;

    /// <summary>Whether the task runs as another user.</summary>
    public bool Enabled { get; }

    /// <summary>The name of the user; <see langword="null"/> if the attribute names no user.</summary>
    public string? User { get; }
}
