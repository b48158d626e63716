using System.Diagnostics;

namespace Playbooks;

/// <summary>
/// Whether a file that was found, and that nobody has named, may say what runs where: only if it, all in it, and the directories that lead to it by name
/// belong to the user, to root, or to the owner of the program's source, and nobody else can write there.
/// </summary>
internal static class TrustedPlace
{
    private const int Most = 10_000;

    // The owner of the source is that of the first path. A group counts as others, unless nobody but the owner is in it. What has an access control
    // list has the mask of it in the place of the group's bits.
    private const string Script =
        """
        LC_ALL=C; export LC_ALL; set -f
        look() { set -- $(ls -ldnL "$1" 2>/dev/null); mode=$1 owner=$3 group=$4; }
        alone() {
          names= members=
          entry=$(getent group "$1" 2>/dev/null || grep "^[^:]*:[^:]*:$1:" /etc/group)
          [ "$entry" ] || return
          members=${entry##*:}
          while IFS=: read -r name password number primary rest; do
            if [ "$number" = "$2" ]; then names="$names,$name"
            elif [ "$primary" = "$1" ] && [ "$number" != 0 ]; then members="$members,$name"
            fi
          done </etc/passwd
          IFS=,
          for member in $members; do
            case ,$names,root, in *",$member,"*) ;; *) return 1 ;; esac
          done
        }
        me=$(id -u); look "$1"; source=$owner; shift
        for path; do
          look "$path"
          case ${owner:--} in 0 | "$me" | "$source") ;; *) echo "owner $(ls -ldL "$path" | { read -r mode links owner rest; echo "$owner"; })"; echo "$path"; exit ;; esac
          case $mode in ????????w*) echo others; echo "$path"; exit ;; esac
          case $mode in ?????w????+*) echo list; echo "$path"; exit ;; esac
          case $mode in ?????w*) (alone "$group" "$owner") || { echo group; echo "$path"; exit; } ;; esac
        done
        """;

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
        var start = new ProcessStartInfo("/bin/sh", ["-c", Script, "trust", .. paths]) { RedirectStandardOutput = true, RedirectStandardError = true };
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
