namespace Playbooks;

/// <summary>What a playbook is: its name, its hosts and its tasks. The generator writes it.</summary>
/// <param name="Name">Its name on the command line: the record's name in kebab case.</param>
/// <param name="Pattern">The hosts it runs on, as an inventory pattern.</param>
/// <param name="Tasks">Its tasks, in order.</param>
public sealed record PlaybookInfo(string Name, string Pattern, IReadOnlyList<TaskInfo> Tasks)
{
    /// <summary>The first line of the record's documentation, if it has any.</summary>
    public string? Summary { get; init; }

    /// <summary>How its tasks become another user, where they do.</summary>
    public BecomeInfo? Become { get; init; }
}
