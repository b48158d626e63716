namespace Playbooks.Generator.Model;

/// <summary>
/// An <c>[Async]</c> with its defaults filled in; durations in seconds, <c>AtEnd</c> by the name of its member. The limit is 0 where a
/// member of the record computes it, <c>Max</c> where nothing bounds the items of a loop.
/// </summary>
internal sealed record AsyncModel(int Limit, int Poll, int Grace, bool Keep, string? Key, bool Reruns, string AtEnd, int Max, bool Linger);
