namespace Playbooks.Generator.Tests.Semantics;

/// <summary>A random task.</summary>
internal sealed record TaskSpec(string Name, TaskKind Kind)
{
    /// <summary>Whether it is a loop: in the foreground an item after the other, as jobs side by side.</summary>
    internal bool IsLoop { get; init; }

    /// <summary>Its items; one where it is no loop.</summary>
    internal IReadOnlyList<ItemSpec> Items { get; init; } = [new(0, TimeSpan.Zero)];

    /// <summary>How many jobs of a loop run at once, at most.</summary>
    internal int? Max { get; init; }

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

    /// <summary>The first word of its command, or of an item's, which is in no other's.</summary>
    internal string Word(int item) => IsLoop ? $"{Name.ToLowerInvariant()}.{item}." : $"{Name.ToLowerInvariant()}.";
}
