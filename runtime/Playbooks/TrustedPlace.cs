using System.Diagnostics;

namespace Playbooks;

/// <summary>
/// Decides whether a file that was found, without being named by the user, may control what runs where. The file, everything in it, and the directories that
/// lead to it must belong to the user, to root, or to the owner of the program's source, and nobody else may be able to write there.
/// </summary>
internal static class TrustedPlace
{
    private const int Most = 10_000;

    private static readonly string _script = ShellFile.Read(typeof(TrustedPlace).Assembly, "trust");

    /// <summary>Returns why a file or directory that was found is not used; <see langword="null"/> if it may be used.</summary>
    /// <param name="found">Its path.</param>
    /// <param name="source">The path of the program's source, or of what contains it.</param>
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

        return paths.Count > Most ? $"the directory contains more than {Most:N0} files" : Ask([source, .. paths]);
    }

    // The target of a link is checked too.
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
            ["group", var path] => $"the group of {path.TrimEnd('\n')} can write to it",
            ["list", var path] => $"the access control list of {path.TrimEnd('\n')} lets other users write to it",
            ["others", var path] => $"every user can write to {path.TrimEnd('\n')}",
            _ => shell.ExitCode == 0 ? null : "the owner could not be determined",
        };
    }
}
