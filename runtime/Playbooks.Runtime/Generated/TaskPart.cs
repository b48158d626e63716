using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>The part of its block or playbook to which a task belongs.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum TaskPart
{
    /// <summary>Run in order, to the end or to the first failure.</summary>
    Main,

    /// <summary>Run after a failure of the main part.</summary>
    Rescue,

    /// <summary>Run whatever happened.</summary>
    Always,

    /// <summary>Run at the end of the play, where it was notified.</summary>
    Handler,
}
