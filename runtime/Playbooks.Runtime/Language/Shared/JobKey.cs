namespace Playbooks;

/// <summary>What may be the name that a job has beside its id: it becomes part of a file's name on hosts.</summary>
internal static class JobKey
{
    /// <summary>The most characters that somebody writes.</summary>
    internal const int LongestWritten = 60;

    /// <summary>The most characters of all, with the indexes of loops behind what was written.</summary>
    internal const int Longest = 80;

    /// <summary>Whether this can be one.</summary>
    internal static bool IsPossible(string key, int longest) =>
        key.Length > 0
        && key.Length <= longest
        && char.IsAsciiLetterOrDigit(key[0])
        && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-')
        && key.IndexOf("..", StringComparison.Ordinal) < 0;
}
