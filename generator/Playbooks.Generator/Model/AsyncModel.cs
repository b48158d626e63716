namespace Playbooks.Generator.Model;

/// <summary>
/// An <c>[Async]</c> with its defaults filled in; durations in seconds, members of enums by their names, or <see langword="null"/> for the
/// usual. The limit is 0 where a member of the record computes it, <c>Max</c> where nothing bounds the items of a loop.
/// </summary>
internal sealed record AsyncModel(int Limit, int Poll, int Grace, bool Keep, string? Key, string? OnLost, string? AtEnd, int Max, bool Linger)
{
    /// <summary>The member of <c>AtEnd</c> that ends the job.</summary>
    internal const string Cancel = nameof(Cancel);

    /// <summary>The member of <c>AtEnd</c> that lets the job run on.</summary>
    internal const string Leave = nameof(Leave);
}
