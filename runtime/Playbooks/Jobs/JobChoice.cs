
using Playbooks.Jobs.Finding;

namespace Playbooks.Jobs;

/// <summary>Selects jobs by an id, by the beginning of an id, or by a key.</summary>
internal static class JobChoice
{
    private const int MostNames = 5;

    /// <summary>Selects jobs.</summary>
    /// <param name="jobs">The jobs that exist.</param>
    /// <param name="word">The id, its beginning, or the key.</param>
    /// <param name="of">Returns the found job of an element.</param>
    /// <returns>One job; for a key, the last job of each host and user; nothing if no job matches.</returns>
    /// <exception cref="UsageException">Several ids begin like this.</exception>
    internal static IReadOnlyList<T> Find<T>(IReadOnlyList<T> jobs, string word, Func<T, FoundJob> of)
    {
        var exact = jobs.Where(job => of(job).Handle.Id == word).ToList();
        if (exact.Count > 0)
        {
            return exact;
        }

        var keyed = jobs.Where(job => of(job).Key == word)
            .GroupBy(job => (of(job).Handle.Host, of(job).Handle.User))
            .Select(named => named.MaxBy(job => of(job).Handle.Started)!).ToList();
        if (keyed.Count > 0)
        {
            return keyed;
        }

        var begun = jobs.Where(job => of(job).Handle.Id.StartsWith(word, StringComparison.Ordinal)).ToList();
        return begun.Count < 2
            ? begun
            : throw new UsageException(
                $"The ids of {begun.Count} jobs begin with '{word}': {Names(begun.Select(job => of(job).Handle.Id))}. Write more characters of the id.");
    }

    /// <summary>Returns some of the names as text.</summary>
    internal static string Names(IEnumerable<string> names)
    {
        var all = names.ToList();
        return string.Join(", ", all.Take(MostNames)) + (all.Count > MostNames ? ", …" : "");
    }
}
