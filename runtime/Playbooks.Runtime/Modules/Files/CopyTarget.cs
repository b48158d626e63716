namespace Playbooks;

/// <summary>The destination of a copy, and the file that exists there.</summary>
/// <param name="Path">The file on the host.</param>
/// <param name="File">The existing file; <see langword="null"/> if there is none.</param>
/// <param name="IsTheirs">Whether another user can replace the file.</param>
internal sealed record CopyTarget(string Path, StatResult? File, bool IsTheirs)
{
    /// <summary>
    /// Reads the output of <see cref="CopyScript.Look"/>: the existing file or <c>absent</c>, a checksum, <c>ours</c> or <c>yes</c>, and the path.
    /// </summary>
    internal static CopyTarget? Parse(string output)
    {
        const string Absent = "absent\n";
        var file = output.StartsWith(Absent, StringComparison.Ordinal) ? null : StatScript.Parse(output, out output);
        if (file is null && !output.StartsWith(Absent, StringComparison.Ordinal))
        {
            return null;
        }

        return (file is null ? output[Absent.Length..] : output).Split('\n', 3) is [var sum, ("ours" or "yes") and var whose, [.. var path, '\n']]
            && path.StartsWith('/')
                ? new(path, file is null ? null : file with { Checksum = StatScript.Checksum(sum) }, whose == "yes")
                : null;
    }
}
