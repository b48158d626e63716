using Playbooks.Generated;

namespace Playbooks.Execution;

/// <summary>A playbook where it stands in a run: alone, or in a site.</summary>
/// <param name="Member">The site's member that returned it; <see langword="null"/> for one that runs alone.</param>
/// <param name="Playbook">The playbook; <see langword="null"/> where the member returned none.</param>
internal sealed record PlannedPlay(TaskInfo? Member, RunnablePlaybook? Playbook)
{
    /// <summary>What a run runs, one after the other: the playbook itself, or those of a site and of the sites within.</summary>
    /// <exception cref="UsageException">A member of the site threw.</exception>
    internal static IReadOnlyList<PlannedPlay> Of(RunnablePlaybook playbook)
    {
        try
        {
            return playbook.Site is null ? [new(null, playbook)] : UserCode.Call(() => Within(playbook.Site, outer: null).ToList());
        }
        catch (UserCodeException thrown)
        {
            throw new UsageException($"A member of the site {playbook.Info.Name} failed: {thrown.Message}", thrown);
        }
    }

    private static IEnumerable<PlannedPlay> Within(ISite site, TaskInfo? outer)
    {
        foreach (var play in site.Plays())
        {
            var member = outer is null ? play.Task : play.Task.Within(outer, outer.Path);
            if (play.Playbook?.Site is not { } inner)
            {
                yield return new(member, play.Playbook);
                continue;
            }

            foreach (var one in Within(inner, member))
            {
                yield return one;
            }
        }
    }
}
