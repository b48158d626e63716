namespace Playbooks;

/// <summary>Finds the name that the user probably meant, for "did you mean".</summary>
internal static class NearestName
{
    /// <summary>
    /// The candidate that is nearest to a name, or <see langword="null"/> if no candidate is near. At most a third of the letters differ; two in a short name,
    /// and one in a name of up to three letters. Case does not count.
    /// </summary>
    internal static string? Find(string name, IEnumerable<string> candidates)
    {
        string? nearest = null;
        var least = (name.Length < 4 ? 1 : Math.Max(2, name.Length / 3)) + 1;
        foreach (var candidate in candidates)
        {
            var distance = Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (distance < least && distance < candidate.Length)
            {
                least = distance;
                nearest = candidate;
            }
        }

        return nearest;
    }

    /// <summary>The end of a message: the nearest name as a question, or nothing.</summary>
    internal static string Question(string name, IEnumerable<string> candidates, string prefix = "") =>
        Find(name, candidates) is { } nearest ? $" Did you mean {prefix}{nearest}?" : "";

    /// <summary>How many letters must be changed, inserted, removed or swapped with their neighbour (optimal string alignment).</summary>
    internal static int Distance(string from, string to)
    {
        var before = new int[to.Length + 1];
        var last = new int[to.Length + 1];
        var row = new int[to.Length + 1];
        for (var j = 0; j <= to.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= from.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var cost = from[i - 1] == to[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, last, row) = (last, row, before);
        }

        return last[to.Length];
    }
}
