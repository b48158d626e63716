using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>What a playbook is: its name, its hosts and its tasks. The generator writes it.</summary>
/// <param name="Name">Its name on the command line: the record's name in kebab case.</param>
/// <param name="Pattern">The hosts it runs on, as an inventory pattern; empty for a site.</param>
/// <param name="Tasks">Its tasks, in order; of a site its playbooks, each the block of its member.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record PlaybookInfo(string Name, string Pattern, IReadOnlyList<TaskInfo> Tasks) : BlockInfo(Name, Tasks)
{
    /// <summary>The first line of the record's documentation, if it has any.</summary>
    public string? Summary { get; init; }

    /// <summary>How its tasks become another user, where they do.</summary>
    public BecomeInfo? Become { get; init; }

    /// <summary>How its hosts go through its tasks. Defaults to <see cref="Strategy.Linear"/>.</summary>
    public Strategy Strategy { get; init; }

    /// <summary>How many hosts go through it at a time, a batch each; the last holds for all that are left. Empty for all at once.</summary>
    public IReadOnlyList<BatchSize> Serial { get; init; } = [];

    /// <summary>How many of a hundred hosts of a batch may fail before the others stop. Defaults to 100.</summary>
    public int MaxFailPercentage { get; init; } = PlaybookDefaults.MaxFailPercentage;

    /// <summary>Whether one host that fails stops the others. Defaults to <see langword="false"/>.</summary>
    public bool AnyErrorsFatal { get; init; }

    /// <summary>Whether its members are playbooks, which it runs one after the other.</summary>
    internal bool IsSite => Pattern.Length == 0;

    /// <summary>The playbooks that have hosts: itself, or those of the site and of the sites within.</summary>
    internal IEnumerable<PlaybookInfo> Playbooks => IsSite ? Tasks.SelectMany(task => ((PlaybookInfo)task.Block!).Playbooks) : [this];
}
