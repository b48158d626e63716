using System.Diagnostics;

namespace Playbooks;

/// <summary>
/// Whether a file that was found, and that nobody has named, may say what runs where: only if it, all in it, and the directories that lead to it by name
/// belong to the user, to root, or to the owner of the program's source, and nobody else can write there.
/// </summary>
internal static class TrustedPlace
{
    private const int Most = 10_000;

    private static readonly string _script = ShellFile.Read(typeof(TrustedPlace).Assembly, "trust");

    /// <summary>Says why a file or directory that was found is not used; <see langword="null"/> where it may be.</summary>
    /// <param name="found">Its path.</param>
    /// <param name="source">What the program's source is, or what holds it.</param>
    internal static string? Objection(string found, string source)
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        List<string> paths;
        try
        {
            paths = [.. Places(found).Distinct().Take(Most + 1)];
        }
        catch (Exception unseen) when (unseen is IOException or UnauthorizedAccessException)
        {
            return unseen.Message;
        }

        return paths.Count > Most ? $"there are more than {Most:N0} files in it" : Ask([source, .. paths]);
    }

    // A link leads to another place, which counts as well.
    private static IEnumerable<string> Places(string found)
    {
        yield return Path.GetDirectoryName(found) ?? "/";
        yield return found;
        if (File.ResolveLinkTarget(found, returnFinalTarget: true) is { } target)
        {
            yield return Path.GetDirectoryName(target.FullName) ?? "/";
        }

        if (Directory.Exists(found))
        {
            foreach (var within in Directory.EnumerateFileSystemEntries(found))
            {
                foreach (var place in Places(within))
                {
                    yield return place;
                }
            }
        }
    }

    private static string? Ask(IEnumerable<string> paths)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", _script, "trust", .. paths]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var shell = Process.Start(start)!;
        var answer = shell.StandardOutput.ReadToEnd().Split('\n', 2);
        shell.WaitForExit();
        return answer switch
        {
            [['o', 'w', 'n', 'e', 'r', ..] owner, var path] => $"{path.TrimEnd('\n')} belongs to {owner["owner ".Length..]}",
            ["group", var path] => $"the group of {path.TrimEnd('\n')} can write there",
            ["list", var path] => $"others may write {path.TrimEnd('\n')} by its access control list",
            ["others", var path] => $"everybody can write {path.TrimEnd('\n')}",
            _ => shell.ExitCode == 0 ? null : "its owner cannot be found out",
        };
    }
}
