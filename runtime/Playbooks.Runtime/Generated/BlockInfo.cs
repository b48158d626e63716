using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>What a block is: its name and its tasks. The generator writes it.</summary>
/// <param name="Name">Its name: the record's name in kebab case.</param>
/// <param name="Tasks">Its tasks, in order: those of its main part, then of <c>[Rescue]</c>, then of <c>[Always]</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public record BlockInfo(string Name, IReadOnlyList<TaskInfo> Tasks)
{
    /// <summary>Its handlers, in order.</summary>
    public IReadOnlyList<TaskInfo> Handlers { get; init; } = [];

    /// <summary>The typed variables of hosts for which its own tasks ask.</summary>
    public IReadOnlyList<HostVarsInfo> HostVars { get; init; } = [];

    /// <summary>The outline of a block.</summary>
    /// <typeparam name="TBlock">The block.</typeparam>
    public static BlockInfo Of<TBlock>()
        where TBlock : IOutlined => TBlock.Outline;
}
