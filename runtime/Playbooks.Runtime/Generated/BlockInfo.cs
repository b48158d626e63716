using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>Describes a block: its name and its tasks. Generated code creates the description.</summary>
/// <param name="Name">The block's name: the record's name in kebab case.</param>
/// <param name="Tasks">The block's tasks, in order: those of the main part, then <c>[Rescue]</c> tasks, then <c>[Always]</c> tasks.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public record BlockInfo(string Name, IReadOnlyList<TaskInfo> Tasks)
{
    /// <summary>The block's handlers, in order.</summary>
    public IReadOnlyList<TaskInfo> Handlers { get; init; } = [];

    /// <summary>The <c>[HostVars]</c> records that the block's own tasks use.</summary>
    public IReadOnlyList<HostVarsInfo> HostVars { get; init; } = [];

    /// <summary>Returns the description of a block.</summary>
    /// <typeparam name="TBlock">The type of the block.</typeparam>
    public static BlockInfo Of<TBlock>()
        where TBlock : IOutlined => TBlock.Outline;
}
