using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Playbooks;

/// <summary>Which file of which host each fetched file of a run is from, so that none takes the place of another.</summary>
internal static class FetchedFiles
{
    private static readonly ConditionalWeakTable<Play, ConcurrentDictionary<string, (Host Host, string Source)>> Runs = [];

    /// <summary>Says whose file the path holds already; <see langword="null"/> where it is this one's.</summary>
    internal static (Host Host, string Source)? Other(ActionContext context, string path, string source)
    {
        var owner = Runs.GetOrCreateValue(context.Play).GetOrAdd(path, (context.Host, source));
        return owner == (context.Host, source) ? null : owner;
    }
}
