using System.Globalization;
using System.Text.RegularExpressions;

namespace Playbooks;

/// <summary>
/// The script that reads the content of a file from standard input and writes the file. Either a new file with all attributes of the old one replaces it in one
/// step, or the content is written into the old file itself.
/// </summary>
/// <remarks>
/// The new file is created in a temporary directory beside the target that only the task's user can enter. So no other user can open the file before its mode,
/// owner and access control list are final. The script enters the directory once, and then only uses names in it and beside it; renaming the directory cannot
/// redirect the script. If another user can replace the target, the existing file also gets a name in that directory. The script then uses only this name,
/// after it has checked that the file is still the same.
/// </remarks>
/// <param name="Path">The absolute path of the file.</param>
/// <param name="There">The existing file; <see langword="null"/> if there is none, or if the new file replaces a link.</param>
/// <param name="Wanted">The mode, owner and group that the task sets; the others are kept.</param>
/// <param name="Size">The size of the content.</param>
/// <param name="Checksum">The SHA-256 of the content.</param>
internal sealed partial record FileReplacement(string Path, StatResult? There, WantedAttributes Wanted, long Size, string Checksum)
{
    private const int SmallestHole = 4096;
    private const long LargestHoles = 1L << 30;

    // By how much a file may grow between the look and the copy of it.
    private const long Growth = 64L << 20;
    private const int LongestExtension = 16;

    private readonly string _word = Guid.NewGuid().ToString("N");

    /// <summary>
    /// <c>keep OLD NEW OWNERSHIP</c> gives a file the attributes of another: GNU's <c>cp</c> copies all of them. Without GNU's <c>cp</c>, each attribute is
    /// copied by its own program, or the script fails because the attribute would be lost. An attribute for which the host has no program is not noticed.
    /// <c>former OLD NEW [-p]</c> copies a file's content with its holes, or sets <c>$e</c> to the reason why it cannot. It checks the size, because the owner
    /// can create a file of exabytes at any time.
    /// </summary>
    /// <remarks>
    /// SELinux's context is an attribute too, <c>security.selinux</c>, and so is a capability: "cp invocation", <c>--preserve=xattr</c>, in the manual of
    /// GNU's coreutils.
    /// </remarks>
    private static string Functions => ShellFile.Text("replace");

    /// <summary>Whether the former content is kept beside the file, as <c>NAME.YYYYMMDDhhmmss~</c>; the script then prints this name.</summary>
    internal bool Backup { get; init; }

    /// <summary>Whether the content is written into the existing file.</summary>
    internal bool InPlace { get; init; }

    /// <summary>Whether another user can replace the file.</summary>
    internal bool IsTheirs { get; init; }

    /// <summary>The command that checks the new file before it replaces the old one; <c>%s</c> is the path of the new file.</summary>
    internal CommandLine? Validate { get; init; }

    /// <summary>Why the file cannot be replaced, if this is known before the content is sent; otherwise <see langword="null"/>.</summary>
    internal string? Refusal => There is { Links: > 1 } && !InPlace
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"the file has {There.Links} names (hard links), and only this name would refer to the new content: " +
            $"set InPlace = true to write the content into the existing file")
        : null;

    private string Directory => Path[..Math.Max(1, Path.LastIndexOf('/'))];

    private string Private => $"{(Directory == "/" ? "" : Directory)}/.playbooks-{_word}";

    /// <summary>Returns the script.</summary>
    /// <param name="now">The time, for the name of a backup.</param>
    internal string Script(DateTimeOffset now) => All + Enter + Receive + (There is not null && InPlace ? Write(now) : Replace(now));

    /// <summary>Returns the script that only changes mode, owner and group, for a file that another user can replace.</summary>
    internal string Mend() =>
        $"""
        {All}{Enter}
        {Hold}
        {Wanted.OtherThan(There!).Mend("\"$h\"", There!)}
        """;

    private static string All => StatScript.Functions + SafeWay.Functions + Functions;

    /// <summary>The names of our functions; some are also the names of programs.</summary>
    private static string OurNames { get; } = string.Join(' ', Function().Matches(All).Select(name => name.Groups[1].Value));

    // The new link is one of them.
    private string Hold => $"hold {Text(There!.Links + 1)} {Text(There.Uid ?? -1)} {Text(There.Gid ?? -1)}";

    /// <exception cref="FormatException">The command does not contain <c>%s</c>.</exception>
    internal static void CheckValidation(CommandLine? validate)
    {
        if (validate is not null && validate.With("%s", "") is null)
        {
            throw new FormatException($"the Validate command '{validate}' does not contain %s, the placeholder for the new file");
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

    /// <summary>The new file has the extension of the target, because the command that checks it may depend on the extension.</summary>
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
