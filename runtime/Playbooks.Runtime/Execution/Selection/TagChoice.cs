using Playbooks.Generated;

namespace Playbooks.Execution.Selection;

/// <summary>What a run says about tags, with Ansible's words for all, tagged and untagged tasks.</summary>
/// <param name="only">The tags of which a task must have one; none for all tasks.</param>
/// <param name="skipped">The tags of which it must have none.</param>
internal sealed class TagChoice(IReadOnlyList<string> only, IReadOnlyList<string> skipped)
{
    private const string All = "all";
    private const string Tagged = "tagged";
    private const string Untagged = "untagged";
    private const string Always = "always";
    private const string Never = "never";

    private static readonly string[] s_words = [All, Tagged, Untagged, Always, Never];

    /// <summary>Checks that some task has each tag.</summary>
    /// <exception cref="UsageException">None has: the nearest that there is.</exception>
    internal void Check(PlaybookInfo playbook, IReadOnlyCollection<string> known)
    {
        Check("--tags", only, playbook, known);
        Check("--skip-tags", skipped, playbook, known);
    }

    /// <summary>Whether a task is chosen, if nothing keeps it from being.</summary>
    internal bool Chooses(IReadOnlyList<string> tags) =>
        only.Count == 0 || tags.Contains(Always) || only.Contains(All)
        || (tags.Count == 0 ? only.Contains(Untagged) : only.Contains(Tagged) || only.Intersect(tags).Any());

    /// <summary>Why a task does not run, whoever needs it; <see langword="null"/> where nothing is against it.</summary>
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
                $"{option} names '{unknown}', and no task of {playbook.Name} has that tag." +
                $"{(question.Length > 0 || known.Count == 0 ? question : $" There are {string.Join(", ", known.Order(StringComparer.Ordinal))}.")}");
        }
    }
}
