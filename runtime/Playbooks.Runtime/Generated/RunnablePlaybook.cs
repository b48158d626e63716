using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>A playbook with its variables' values, whose results' type is forgotten.</summary>
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

    /// <summary>Its name, pattern and tasks.</summary>
    public PlaybookInfo Info { get; }

    /// <summary>Its handlers, if it has any.</summary>
    internal IHandlers? Handlers { get; }

    /// <summary>The site, if it is one.</summary>
    internal ISite? Site { get; private init; }

    /// <summary>Forgets the type of a playbook's results.</summary>
    /// <typeparam name="TResults">That type.</typeparam>
    /// <param name="playbook">The playbook.</param>
    public static RunnablePlaybook Of<TResults>(IPlaybook<TResults> playbook)
        where TResults : class
    {
        ArgumentNullException.ThrowIfNull(playbook);
        return new(playbook.Info, playbook as IHandlers, async run => await playbook.RunAsync(run).ConfigureAwait(false));
    }

    /// <summary>Makes a site ready to run.</summary>
    /// <param name="site">The site.</param>
    public static RunnablePlaybook OfSite(ISite site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return new(site.Info, handlers: null, run: null) { Site = site };
    }

    /// <summary>Runs the tasks of a playbook on one host; a site has none of its own.</summary>
    internal Task<object> RunAsync(HostRun run) => _run!(run);
}
