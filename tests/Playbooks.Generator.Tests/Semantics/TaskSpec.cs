namespace Playbooks.Generator.Tests.Semantics;

/// <summary>A random task.</summary>
internal sealed record TaskSpec(string Name, TaskKind Kind)
{
    /// <summary>Whether it is a loop: in the foreground an item after the other, as jobs side by side.</summary>
    internal bool IsLoop { get; init; }

    /// <summary>How many items it has; one where it is no loop.</summary>
    internal int Count { get; init; } = 1;

    /// <summary>What each item does, by the items of loops of blocks in which it is; nothing for a block.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<ItemSpec>> Items { get; init; } = new Dictionary<string, IReadOnlyList<ItemSpec>>();

    /// <summary>How many items of a loop run at once, at most.</summary>
    internal int? Max { get; init; }

    /// <summary>Whether it goes on beside what follows.</summary>
    internal bool IsParallel { get; init; }

    /// <summary>The limit of its job, in seconds.</summary>
    internal int Limit { get; init; }

    internal AtEnd AtEnd { get; init; }

    /// <summary>Whether its <c>[When]</c> holds, if it has one.</summary>
    internal bool? When { get; init; }

    /// <summary>Whether its member gives nothing, if it may.</summary>
    internal bool? IsNull { get; init; }

    internal bool IgnoresErrors { get; init; }

    /// <summary>Whether it notifies the handler.</summary>
    internal bool Notifies { get; init; }

    /// <summary>An earlier task for whose result it asks.</summary>
    internal TaskSpec? Asks { get; init; }

    /// <summary>Whether it says why its block failed.</summary>
    internal bool TellsFailure { get; init; }

    internal BlockSpec? Block { get; init; }

    internal bool IsConditional => When is not null || IsNull is not null;

    internal ItemSpec Item(string at, int item) => Items[at][item];

    /// <summary>The first word of its command, or of an item's, which is in no other's.</summary>
    internal string Word(string at, int item) => IsLoop ? $"{Name.ToLowerInvariant()}{at}.{item}." : $"{Name.ToLowerInvariant()}{at}.";
}
