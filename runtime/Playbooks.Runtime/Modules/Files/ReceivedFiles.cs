using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Playbooks;

/// <summary>Records which file of which host a run has fetched to each path, so that no fetched file replaces another one.</summary>
internal static class ReceivedFiles
{
    private static readonly ConditionalWeakTable<Play, ConcurrentDictionary<string, (Host Host, string Source)>> Runs = [];

    /// <summary>Returns which other file was already fetched to the path; <see langword="null"/> if there is none. The given file is recorded.</summary>
    internal static (Host Host, string Source)? Other(Play play, Host host, string path, string source)
    {
        var owner = Runs.GetOrCreateValue(play).GetOrAdd(path, (host, source));
        return owner == (host, source) ? null : owner;
    }
}
