using System.Globalization;
using System.Text.RegularExpressions;

namespace Playbooks;

/// <summary>
/// The script that takes the content of a file from standard input and puts it in place: as a new file, which takes the place of the old
/// one in one step and has all that the old one had, or in the old file itself.
/// </summary>
/// <remarks>
/// The new file is made in a directory of its own beside the target, which only its user can enter: no moment's mode, owner or access
/// control list lets anybody in. The directory is entered once, and then only names within it and beside it are used, so that whoever
/// may rename it leads nothing astray. Where somebody else may put another file in the target's place, the file that is there gets a name in that
/// directory, too, and is used by that name alone, if it is the one that was looked at.
/// </remarks>
/// <param name="Path">The file: its whole path.</param>
/// <param name="There">What is there; <see langword="null"/> where there is nothing, or a link that the file takes the place of.</param>
/// <param name="Wanted">Mode, owner and group; what is not asked for is kept.</param>
/// <param name="Size">The size of the content.</param>
/// <param name="Checksum">Its SHA-256.</param>
internal sealed partial record FileReplacement(string Path, StatResult? There, WantedAttributes Wanted, long Size, string Checksum)
{
    private const int SmallestHole = 4096;
    private const long LargestHoles = 1L << 30;

    // By how much a file may grow between the look and the copy of it.
    private const long Growth = 64L << 20;
    private const int LongestExtension = 16;

    private readonly string _word = Guid.NewGuid().ToString("N");

    /// <summary>
    /// <c>keep OLD NEW OWNERSHIP</c> gives a file what another has: <c>cp</c> of GNU does all of it. Where that is missing, what can be seen is
    /// kept by the tools for it, or is said to be lost. Nobody can see an attribute without any of these tools. <c>former OLD NEW [-p]</c> copies a
    /// file's content with its holes, or <c>$e</c> says why it cannot: its owner can make a file of exabytes, also meanwhile.
    /// </summary>
    /// <remarks>
    /// SELinux's context is an attribute too, <c>security.selinux</c>, and so is a capability: "cp invocation", <c>--preserve=xattr</c>, in the manual of
    /// GNU's coreutils.
    /// </remarks>
    private static string Functions => ShellFile.Text("replace");

    /// <summary>Whether the former content is kept beside it, as <c>NAME.YYYYMMDDhhmmss~</c>; the script then prints its name.</summary>
    internal bool Backup { get; init; }

    /// <summary>Whether the content goes into the file that is there.</summary>
    internal bool InPlace { get; init; }

    /// <summary>Whether somebody else may put another file in its place.</summary>
    internal bool IsTheirs { get; init; }

    /// <summary>What checks the content before it takes its place; <c>%s</c> in it is the new file.</summary>
    internal CommandLine? Validate { get; init; }

    /// <summary>Why the file cannot be replaced, as far as is known before anything is sent; <see langword="null"/> where nothing is.</summary>
    internal string? Refusal => There is { Links: > 1 } && !InPlace
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"the file has {There.Links} names (hard links), and only this name would get the new content: " +
            $"set InPlace = true, which writes into the file itself")
        : null;

    private string Directory => Path[..Math.Max(1, Path.LastIndexOf('/'))];

    private string Private => $"{(Directory == "/" ? "" : Directory)}/.playbooks-{_word}";

    /// <summary>The script.</summary>
    /// <param name="now">The time, for the name of a backup.</param>
    internal string Script(DateTimeOffset now) => All + Enter + Receive + (There is not null && InPlace ? Write(now) : Replace(now));

    /// <summary>The script that changes mode, owner and group alone, of a file in whose place somebody else may put another.</summary>
    internal string Mend() =>
        $"""
        {All}{Enter}
        {Hold}
        {Wanted.OtherThan(There!).Mend("\"$h\"", There!)}
        """;

    private static string All => StatScript.Functions + SafeWay.Functions + Functions;

    /// <summary>The names of our functions, which are other programs' names as well.</summary>
    private static string OurNames { get; } = string.Join(' ', Function().Matches(All).Select(name => name.Groups[1].Value));

    // The new link is one of them.
    private string Hold => $"hold {Text(There!.Links + 1)} {Text(There.Uid ?? -1)} {Text(There.Gid ?? -1)}";

    /// <exception cref="FormatException">Nothing stands for the file in it.</exception>
    internal static void CheckValidation(CommandLine? validate)
    {
        if (validate is not null && validate.With("%s", "") is null)
        {
            throw new FormatException($"Validate '{validate}' does not contain %s, the placeholder for the new file");
        }
    }

    // A check is told a place that is known before.
    private string Enter =>
        $$"""
        p={{ShellText.Quote(Path)}} f={{ShellText.Quote(Directory)}} d=.playbooks-{{_word}}
        o=../{{ShellText.Quote(Path[(Path.LastIndexOf('/') + 1)..])}} n=./new{{Extension}} m={{There?.Mode}}
        most={{Text((There?.Size ?? 0) + Growth)}} holes={{(There?.Size - (There?.Allocated ?? 0) > LargestHoles ? "yes" : "")}}
        elsewhere={{(There is not null && InPlace && Validate is null ? "yes" : "")}}
        {{ShellFile.Text("enter")}}
        """;

    // What is new gets what its user's new files get, an inherited access control list, too; what replaces a file gets what that one has.
    private string Receive =>
        $$"""
        {{(There is null && Wanted.Mode is null ? "umask \"$u\"" : "")}}
        size={{Text(Size)}} checksum={{Checksum}}
        {{ShellFile.Text("receive")}}
        """;

    private string Keep => There is null ? "" : $"keep \"$h\" \"$n\" \"{(Wanted.ChangesOwner ? "" : "ownership")}\"\n";

    private string Replace(DateTimeOffset now) =>
        $$"""
        {{(There is null ? "" : Hold)}}
        {{(HasHoles ? "dig" : "")}}
        {{Wanted.Chown("\"$n\"", There)}}{{Keep}}{{WantedAttributes.Chmod("\"$n\"", Wanted.Mode)}}
        {{Check}}
        {{KeepFormer(now)}}
        move "$n" "$o" || { [ -z "$b" ] || rm -f "$b"; refused "cannot be replaced"; }
        {{SayFormer}}
        """;

    // A new owner clears capabilities, and an ordinary user's write clears set-user-id.
    private string Write(DateTimeOffset now)
    {
        var other = Wanted.OtherThan(There!);
        return
            $$"""
            [ "$theirs" ] || o=$p
            {{Hold}}
            {{Check}}
            {{KeepFormer(now)}}
            remember
            {{other.Narrow("\"$h\"", There!)}}
            fill
            {{(HasHoles ? "fallocate -d \"$h\" 2>/dev/null" : "")}}
            {{other.Chown("\"$h\"", null)}}restore
            {{WantedAttributes.Chmod("\"$h\"", other.Mode ?? (There!.Mode is { Length: > 4 } special ? special : null))}}
            {{SayFormer}}
            """;
    }

    private bool HasHoles => There?.Allocated is { } allocated && There.Size - allocated >= SmallestHole;

    /// <summary>So that whatever checks the file knows its kind.</summary>
    private string Extension =>
        System.IO.Path.GetExtension(Path) is { Length: <= LongestExtension } extension && extension.All(c => c == '.' || char.IsAsciiLetterOrDigit(c))
            ? extension
            : "";

    // Where somebody else may put another directory in the place of that one, only what is entered is sure.
    private string Checked => $"{(IsTheirs ? "/proc/self/cwd" : Private)}/new{Extension}";

    private string Check => Validate?.With("%s", Checked) is { } command
        ? $$"""
          playbooks_check() {
          {{command.ToShell()}}
          }
          e=$({ unset -f {{OurNames}}; playbooks_check; } 2>&1 </dev/null) || fail "the Validate command rejected the new content; nothing was changed: $e"
          """
        : "";

    // Where the content waits elsewhere, the directory of the file cannot be written, and neither can a backup.
    private string KeepFormer(DateTimeOffset now)
    {
        if (!Backup || There is null)
        {
            return "b=";
        }

        var name = ShellText.Quote($"{Path[(Path.LastIndexOf('/') + 1)..]}.{now.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}");
        return
            $$"""
            former "$h" ./old -p || fail "the backup cannot be created: $e"
            keep "$h" ./old ownership
            b=${p%/*}; [ "${b:-/}" = "$f" ] && b=..; b=$b/{{name}}; i=0; s=$b
            while [ -e "$b~" ] || [ -L "$b~" ]; do i=$((i + 1)); b=$s-$i; done
            b=$b~; move ./old "$b" || fail "the backup cannot be created: $e"
            """;
    }

    private string SayFormer => Backup && There is not null ? "printf '%s\\n' \"${p%/*}/${b##*/}\"" : "";

    [GeneratedRegex(@"^(\w+)\(\)", RegexOptions.Multiline)]
    private static partial Regex Function();

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
