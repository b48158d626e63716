using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Playbooks;

/// <summary>What of which host each file is that a run has brought here, so that none takes the place of another.</summary>
internal static class ReceivedFiles
{
    private static readonly ConditionalWeakTable<Play, ConcurrentDictionary<string, (Host Host, string Source)>> Runs = [];

    /// <summary>Says whose file the path holds already; <see langword="null"/> where it is this one's.</summary>
    internal static (Host Host, string Source)? Other(Play play, Host host, string path, string source)
    {
        var owner = Runs.GetOrCreateValue(play).GetOrAdd(path, (host, source));
        return owner == (host, source) ? null : owner;
    }
}
