namespace Playbooks.Generator.Model;

/// <summary>An <c>[Async]</c> with its defaults filled in; durations in seconds, <c>AtEnd</c> by the name of its member.</summary>
internal sealed record AsyncModel(int Limit, int Poll, int Grace, bool Keep, string? Key, bool Reruns, string AtEnd);
