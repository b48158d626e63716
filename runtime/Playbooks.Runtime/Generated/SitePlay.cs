using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>A playbook of a site, made of what the site passes down. The generator writes it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SitePlay
{
    private SitePlay(TaskInfo task, RunnablePlaybook? playbook)
    {
        Task = task;
        Playbook = playbook;
    }

    /// <summary>The site's member that returned it.</summary>
    internal TaskInfo Task { get; }

    /// <summary>The playbook or site; <see langword="null"/> where the member returned none.</summary>
    internal RunnablePlaybook? Playbook { get; }

    /// <summary>A playbook of a site.</summary>
    /// <typeparam name="TResults">What its tasks give on one host.</typeparam>
    /// <param name="task">The site's member.</param>
    /// <param name="playbook">What it returned; <see langword="null"/> skips it.</param>
    public static SitePlay Of<TResults>(TaskInfo task, IPlaybook<TResults>? playbook)
        where TResults : class => new(task, playbook is null ? null : RunnablePlaybook.Of(playbook));

    /// <summary>A site of a site.</summary>
    /// <param name="task">The site's member.</param>
    /// <param name="site">What it returned; <see langword="null"/> skips it.</param>
    public static SitePlay OfSite(TaskInfo task, ISite? site) => new(task, site is null ? null : RunnablePlaybook.OfSite(site));
}
