using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>The part of a block or playbook to which a task belongs.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum TaskPart
{
    /// <summary>Tasks that run in order, until the end or the first failure.</summary>
    Main,

    /// <summary>Tasks that run after a failure of the main part.</summary>
    Rescue,

    /// <summary>Tasks that run after the main part and the <c>[Rescue]</c> tasks, even if one of these has failed.</summary>
    Always,

    /// <summary>Handlers, which run at the end of the play if they were notified.</summary>
    Handler,
}
