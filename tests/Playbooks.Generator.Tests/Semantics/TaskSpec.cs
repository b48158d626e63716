namespace Playbooks.Generator.Tests.Semantics;

/// <summary>A random task.</summary>
internal sealed record TaskSpec(string Name, TaskKind Kind)
{
    /// <summary>The exit status of each item; one where it is no loop.</summary>
    internal IReadOnlyList<int> Rcs { get; init; } = [0];

    /// <summary>How long it, or each item, takes.</summary>
    internal TimeSpan Takes { get; init; }

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

    internal bool TimesOut => Takes.TotalSeconds >= Limit;

    /// <summary>The exit status of its job; none where it is ended by its limit.</summary>
    internal int? JobRc => TimesOut ? null : Rcs[0];

    internal TimeSpan JobTakes => TimesOut ? TimeSpan.FromSeconds(Limit) : Takes;

    /// <summary>The first word of its command, which is in no other's.</summary>
    internal string Word => $"{Name.ToLowerInvariant()}.";
}
