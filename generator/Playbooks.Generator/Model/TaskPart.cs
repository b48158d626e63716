namespace Playbooks.Generator.Model;

/// <summary>The part of its record to which a task belongs, in the order in which they stand.</summary>
internal enum TaskPart
{
    /// <summary>Neither of the others.</summary>
    Main,

    /// <summary><c>[Rescue]</c>.</summary>
    Rescue,

    /// <summary><c>[Always]</c>.</summary>
    Always,

    /// <summary><c>[Handler]</c>, wherever it stands.</summary>
    Handler,
}
