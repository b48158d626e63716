using Playbooks.Generated;

namespace Playbooks.Execution.Selection;

/// <summary>The tags that a run chooses and skips. Like Ansible, it knows special words for all, tagged and untagged tasks.</summary>
/// <param name="only">A task must have one of these tags; empty for all tasks.</param>
/// <param name="skipped">A task must have none of these tags.</param>
internal sealed class TagChoice(IReadOnlyList<string> only, IReadOnlyList<string> skipped)
{
    private const string All = "all";
    private const string Tagged = "tagged";
    private const string Untagged = "untagged";
    private const string Always = "always";
    private const string Never = "never";

    private static readonly string[] s_words = [All, Tagged, Untagged, Always, Never];

    /// <summary>Checks that each tag exists on some task.</summary>
    /// <exception cref="UsageException">No task has a tag; the message has the most similar tag.</exception>
    internal void Check(PlaybookInfo playbook, IReadOnlyCollection<string> known)
    {
        Check("--tags", only, playbook, known);
        Check("--skip-tags", skipped, playbook, known);
    }

    /// <summary>Returns whether a task with these tags is chosen, unless it is skipped.</summary>
    internal bool Chooses(IReadOnlyList<string> tags) =>
        only.Count == 0 || tags.Contains(Always) || only.Contains(All)
        || (tags.Count == 0 ? only.Contains(Untagged) : only.Contains(Tagged) || only.Intersect(tags).Any());

    /// <summary>Returns why a task with these tags must not run, even if other tasks need it; <see langword="null"/> if it may.</summary>
    internal string? Against(IReadOnlyList<string> tags)
    {
        if (tags.Contains(Never) && !only.Intersect(tags).Any())
        {
            return $"is tagged '{Never}'";
        }

        var isSkipped = skipped.Contains(All) && (!tags.Contains(Always) || skipped.Contains(Always))
            || (tags.Count == 0 ? skipped.Contains(Untagged) : skipped.Contains(Tagged) || skipped.Intersect(tags).Any());
        return isSkipped ? "--skip-tags skips" : null;
    }

    private static void Check(string option, IReadOnlyList<string> tags, PlaybookInfo playbook, IReadOnlyCollection<string> known)
    {
        if (tags.FirstOrDefault(tag => !known.Contains(tag) && !s_words.Contains(tag)) is { } unknown)
        {
            var question = NearestName.Question(unknown, known.Concat(s_words));
            throw new UsageException(
                $"{option} names '{unknown}', but no task of {playbook.Name} has that tag." +
                $"{(question.Length > 0 || known.Count == 0 ? question : $" Its tags are {string.Join(", ", known.Order(StringComparer.Ordinal))}.")}");
        }
    }
}
