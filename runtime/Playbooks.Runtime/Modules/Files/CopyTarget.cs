namespace Playbooks;

/// <summary>Where a copy goes, and what is there.</summary>
/// <param name="Path">The file on the host.</param>
/// <param name="File">What is there, if anything.</param>
/// <param name="IsTheirs">Whether somebody else may put another file in its place.</param>
internal sealed record CopyTarget(string Path, StatResult? File, bool IsTheirs)
{
    /// <summary>
    /// Reads what <see cref="CopyScript.Look"/> printed: what is there or <c>absent</c>, a checksum, <c>ours</c> or <c>yes</c>, and the path.
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
