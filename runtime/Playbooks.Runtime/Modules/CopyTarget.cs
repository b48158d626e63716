namespace Playbooks;

/// <summary>Where a copy goes, and what is there.</summary>
/// <param name="Path">The file on the host.</param>
/// <param name="File">What is there, if anything.</param>
internal sealed record CopyTarget(string Path, StatResult? File)
{
    /// <summary>Reads what <see cref="CopyScript.Look"/> printed: a line of <c>look</c> or <c>absent</c>, a checksum, and the path.</summary>
    internal static CopyTarget? Parse(string output)
    {
        var lines = output.Split('\n', 3);
        if (lines.Length < 3 || !lines[2].EndsWith('\n'))
        {
            return null;
        }

        var path = lines[2][..^1];
        if (lines[0] == "absent")
        {
            return new(path, null);
        }

        var file = StatScript.Parse(lines[0]);
        return file is null ? null : new(path, file with { Checksum = StatScript.Checksum(lines[1]) });
    }
}
