namespace Playbooks.Generator.Model;

/// <summary>
/// An <c>[Async]</c> with its defaults filled in; durations in seconds, members of enums by their names, or <see langword="null"/> for the
/// default. The limit is 0 if a member of the record computes it; <c>Max</c> is 0 if the items of a loop are not limited.
/// </summary>
internal sealed record AsyncModel(int Limit, int Poll, int Grace, bool Keep, string? Key, string? OnLost, string? AtEnd, int Max, bool Linger)
{
    /// <summary>The member of <c>AtEnd</c> that ends the job.</summary>
    internal const string Cancel = nameof(Cancel);

    /// <summary>The member of <c>AtEnd</c> that lets the job run on.</summary>
    internal const string Leave = nameof(Leave);
}
