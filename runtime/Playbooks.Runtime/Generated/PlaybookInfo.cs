using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>Describes a playbook: its name, its hosts and its tasks. Generated code creates the description.</summary>
/// <param name="Name">The playbook's name on the command line: the record's name in kebab case.</param>
/// <param name="Pattern">The pattern that selects the playbook's hosts from the inventory; empty for a site.</param>
/// <param name="Tasks">The playbook's tasks, in order. A site has one task for each of its playbooks; <see cref="TaskInfo.Block"/> is that playbook.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record PlaybookInfo(string Name, string Pattern, IReadOnlyList<TaskInfo> Tasks) : BlockInfo(Name, Tasks)
{
    /// <summary>The first line of the record's documentation; <see langword="null"/> if the record has none.</summary>
    public string? Summary { get; init; }

    /// <summary>Whether the playbook's tasks run as another user, and as which user; <see langword="null"/> if the playbook does not specify it.</summary>
    public BecomeInfo? Become { get; init; }

    /// <summary>How the hosts go through the tasks. Defaults to <see cref="Strategy.Linear"/>.</summary>
    public Strategy Strategy { get; init; }

    /// <summary>
    /// How many hosts go through the playbook together: the sizes of the batches, in order. The last size applies to all further batches. Defaults to empty:
    /// all hosts are one batch.
    /// </summary>
    public IReadOnlyList<BatchSize> Serial { get; init; } = [];

    /// <summary>The percentage of a batch's hosts that may fail before the other hosts of the batch stop. Defaults to 100.</summary>
    public int MaxFailPercentage { get; init; } = PlaybookDefaults.MaxFailPercentage;

    /// <summary>Whether the other hosts stop when one host fails. Defaults to <see langword="false"/>.</summary>
    public bool AnyErrorsFatal { get; init; }

    /// <summary>Whether this is a site: its members are playbooks, which run one after the other.</summary>
    internal bool IsSite => Pattern.Length == 0;

    /// <summary>The playbooks that have hosts: this one, or those of the site and of the sites in it.</summary>
    internal IEnumerable<PlaybookInfo> Playbooks => IsSite ? Tasks.SelectMany(task => ((PlaybookInfo)task.Block!).Playbooks) : [this];
}
