namespace Playbooks;

/// <summary>Runs the task as another user, by <c>sudo</c>, <c>su</c> or <c>doas</c>. Becoming the user that one already is runs nothing.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class BecomeAttribute : Attribute
{
    /// <summary>Runs the task as the user whom the playbook, the inventory or the run names, and else as <c>root</c>.</summary>
    public BecomeAttribute() => Enabled = true;

    /// <summary>Runs the task as a user.</summary>
    /// <param name="user">The user's name on the host.</param>
    public BecomeAttribute(string user)
    {
        Enabled = true;
        User = user;
    }

    /// <summary>Says whether the task becomes another user, whatever its playbook says.</summary>
    /// <param name="enabled">Whether it does.</param>
    public BecomeAttribute(bool enabled) => Enabled = enabled;

    /// <summary>Whether the task becomes another user.</summary>
    public bool Enabled { get; }

    /// <summary>The user, where the attribute names one.</summary>
    public string? User { get; }
}
