using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>One playbook of a site, with the values that the site passes to it. Generated code creates these objects.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SitePlay
{
    private SitePlay(TaskInfo task, RunnablePlaybook? playbook)
    {
        Task = task;
        Playbook = playbook;
    }

    /// <summary>The task whose member returned the playbook.</summary>
    internal TaskInfo Task { get; }

    /// <summary>The playbook or site; <see langword="null"/> if the member returned <see langword="null"/>.</summary>
    internal RunnablePlaybook? Playbook { get; }

    /// <summary>Wraps a playbook of a site.</summary>
    /// <typeparam name="TResults">The type that holds the results of all tasks on one host.</typeparam>
    /// <param name="task">The task whose member returned the playbook.</param>
    /// <param name="playbook">The playbook; <see langword="null"/> skips it.</param>
    public static SitePlay Of<TResults>(TaskInfo task, IPlaybook<TResults>? playbook)
        where TResults : class => new(task, playbook is null ? null : RunnablePlaybook.Of(playbook));

    /// <summary>Wraps a site in a site.</summary>
    /// <param name="task">The task whose member returned the inner site.</param>
    /// <param name="site">The inner site; <see langword="null"/> skips it.</param>
    public static SitePlay OfSite(TaskInfo task, ISite? site) => new(task, site is null ? null : RunnablePlaybook.OfSite(site));
}
