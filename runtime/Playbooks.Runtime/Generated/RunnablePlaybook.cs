using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>A playbook with the values of its variables, ready to run, regardless of the type of its results.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RunnablePlaybook
{
    private readonly Func<HostRun, Task<object>>? _run;

    private RunnablePlaybook(PlaybookInfo info, IHandlers? handlers, Func<HostRun, Task<object>>? run)
    {
        Info = info;
        Handlers = handlers;
        _run = run;
    }

    /// <summary>The playbook's name, pattern and tasks.</summary>
    public PlaybookInfo Info { get; }

    /// <summary>The playbook's handlers; <see langword="null"/> if it has none.</summary>
    internal IHandlers? Handlers { get; }

    /// <summary>The site; <see langword="null"/> if this is not a site.</summary>
    internal ISite? Site { get; private init; }

    /// <summary>Wraps a playbook.</summary>
    /// <typeparam name="TResults">The type that holds the results of all tasks on one host.</typeparam>
    /// <param name="playbook">The playbook.</param>
    public static RunnablePlaybook Of<TResults>(IPlaybook<TResults> playbook)
        where TResults : class
    {
        ArgumentNullException.ThrowIfNull(playbook);
        return new(playbook.Info, playbook as IHandlers, async run => await playbook.RunAsync(run).ConfigureAwait(false));
    }

    /// <summary>Wraps a site.</summary>
    /// <param name="site">The site.</param>
    public static RunnablePlaybook OfSite(ISite site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return new(site.Info, handlers: null, run: null) { Site = site };
    }

    /// <summary>Runs the tasks of a playbook on one host. A site has no tasks of its own.</summary>
    internal Task<object> RunAsync(HostRun run) => _run!(run);
}
