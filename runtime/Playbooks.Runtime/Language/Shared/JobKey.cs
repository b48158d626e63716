namespace Playbooks;

/// <summary>Which keys of jobs are valid: a key becomes part of a file's name on hosts.</summary>
internal static class JobKey
{
    /// <summary>The most characters of a key as it is written.</summary>
    internal const int LongestWritten = 60;

    /// <summary>The most characters of a key with the indexes of loops after it.</summary>
    internal const int Longest = 80;

    /// <summary>Whether a key is valid.</summary>
    internal static bool IsPossible(string key, int longest) =>
        key.Length > 0
        && key.Length <= longest
        && char.IsAsciiLetterOrDigit(key[0])
        && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-')
        && key.IndexOf("..", StringComparison.Ordinal) < 0;
}
