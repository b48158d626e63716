using Playbooks.Generated;

namespace Playbooks.Execution;

/// <summary>One playbook of a run: alone, or part of a site.</summary>
/// <param name="Member">The site's task whose member returned the playbook; <see langword="null"/> for a playbook that runs alone.</param>
/// <param name="Playbook">The playbook; <see langword="null"/> if the member returned <see langword="null"/>.</param>
internal sealed record PlannedPlay(TaskInfo? Member, RunnablePlaybook? Playbook)
{
    /// <summary>Returns the playbooks of a run, in order: the playbook itself, or those of a site and of the sites in it.</summary>
    /// <exception cref="UsageException">A member of the site threw an exception.</exception>
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
