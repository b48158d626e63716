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
    private const int LongestExtension = 16;

    private readonly string _word = Guid.NewGuid().ToString("N");

    /// <summary>
    /// <c>keep OLD NEW OWNERSHIP</c> gives a file what another has: <c>cp</c> of GNU does all of it. Where that is missing, what can be seen is
    /// kept by the tools for it, or is said to be lost. Nobody can see an attribute without any of these tools.
    /// </summary>
    /// <remarks>
    /// SELinux's context is an attribute too, <c>security.selinux</c>, and so is a capability: "cp invocation", <c>--preserve=xattr</c>, in the manual of
    /// GNU's coreutils.
    /// </remarks>
    private const string Functions =
        """
        lost() { fail "what the file has beyond mode and owner cannot be kept: $1; InPlace = true writes into the file itself"; }
        has() { command -v "$1" >/dev/null 2>&1; }
        keep() {
          set -- "$1" "$2" "$3" $(ls -ldn "$1"); mark=${4#??????????}; own=$6:$7
          more=$3,mode,xattr
          e=$(cp --attributes-only "--preserve=${more#,}" "$1" "$2" 2>&1) || case $?:$e in
            12[67]:* | *option* | *'built without'* | *'for reading: Permission denied'*) keep_each "$1" "$2" "$3" ;;
            *) lost "$e" ;;
          esac
          set -- "$1" "$2" "$3" $(ls -ldn "$2")
          if [ "$3" ] && [ "$6:$7" != "$own" ]; then
            e=$(chown -h "$own" "$2" 2>&1) || fail "its owner and group cannot be kept: $e"
          fi
          mark=${mark#.}; set -- "${4#??????????}"
          [ "$mark" = "${1#.}" ] || lost "an access control list needs the cp of coreutils, or getfacl and setfacl"
        }
        keep_each() {
          [ -z "$3" ] || chown -h "$own" "$2" 2>/dev/null
          e=$(chmod "$m" "$2" 2>&1) || fail "the mode cannot be changed: $e"
          if has getfattr && has setfattr; then
            e=$(getfattr -d -m - -e hex "$1" 2>&1) || lost "$e"
            [ -z "$e" ] || e=$(printf '%s\n' "$e" | { read -r line; printf '# file: %s\n' "$2"; cat; } | setfattr --restore=- 2>&1) || lost "$e"
            return
          fi
          if has getfacl && has setfacl; then
            e=$( { getfacl -cp "$1" | setfacl --set-file=- "$2"; } 2>&1) || lost "$e"
          elif has getfacl && [ "$(getfacl -cps "$1" 2>/dev/null)" ]; then lost "an access control list needs setfacl"
          fi
          if has getfattr && [ "$(getfattr -m - "$1" 2>/dev/null)" ]; then lost "extended attributes need setfattr"; fi
          if has getcap && [ "$(getcap "$1" 2>/dev/null)" ]; then lost "capabilities need the cp of coreutils"; fi
        }
        still() { [ -f "$1" ] && [ ! -L "$1" ] && { [ -z "$theirs" ] || [ "$2" = "$3" ]; } || fail "is no longer the file that it was; nothing was changed"; }
        hold() {
          if [ -z "$theirs" ]; then h=$o; still "$h"; return; fi
          e=$(ln "$o" ./was 2>&1) || fail "cannot be held while it is changed, where others may put another in its place: $e"
          h=./was was="$1 $2 $3"; set -- $(ls -ldn "$h"); still "$h" "$2 $3 $4" "$was"
        }
        move() {
          e=$(mv -fT "$1" "$2" 2>&1) || case $e in
            *option*)
              [ -z "$theirs" ] || fail "others may change its directory, and the mv of this host cannot replace a file safely there (it has no -T): let their user do it (Become)"
              ! [ -d "$2" ] && e=$(mv -f "$1" "$2" 2>&1) ;;
            *) false ;;
          esac
        }
        refused() {
          case $e in *'esource busy'*) fail "is a mount point, which nothing can take the place of: set InPlace = true, which writes into the file itself ($e)" ;; esac
          set -- "$1" $(lsattr -d "$o" 2>/dev/null)
          case ${2-} in *[ia]*) fail "is immutable or can only be appended to: run chattr -ia on it first, for InPlace = true does not help against that ($e)" ;; esac
          fail "$1: $e"
        }

        """;

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
        ? string.Create(CultureInfo.InvariantCulture, $"the file has {There.Links} names (hard links), and only this one would get the new content: set InPlace = true, which writes into the file itself")
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
            throw new FormatException($"Validate '{validate}' has no %s, which stands for the new file");
        }
    }

    private string Enter =>
        $$"""
        p={{ShellText.Quote(Path)}}; f={{ShellText.Quote(Directory)}}; d=.playbooks-{{_word}}; o=../{{ShellText.Quote(Path[(Path.LastIndexOf('/') + 1)..])}}; n=./new{{Extension}}; m={{There?.Mode}}
        way "$f" || fail "there is no directory $f on the host any more; nothing was changed"
        u=$(umask); umask 077
        trap 'cd /; rm -rf "${f%/}/$d"' 0; trap 'exit 129' 1; trap 'exit 130' 2; trap 'exit 143' 15
        e=$(mkdir -m 700 "./$d" 2>&1) || {{Elsewhere}}fail "the directory $f cannot be written: $e"
        CDPATH= cd -P "./$d" && [ -O . ] && [ "$PWD" = "${f%/}/$d" ] || fail "the directory ${f%/}/$d, which was made for the file, belongs to somebody else"

        """;

    // What is new gets what its user's new files get, an inherited access control list, too; what replaces a file gets what that one has.
    private string Receive =>
        $$"""
        {{(There is null && Wanted.Mode is null ? "umask \"$u\"" : "")}}
        e=$({ set -C; cat >"$n"; } 2>&1) || fail "cannot be written: $e"
        s=$(sum <"$n")
        case $s in
        *{{Checksum}}*) ;;
        *)
          set -- $(wc -c <"$n")
          [ "$1" = {{Text(Size)}} ] || fail "$1 of {{Text(Size)}} bytes arrived; nothing was changed"
          [ -z "$s" ] || fail "the source changed while it was sent; nothing was changed" ;;
        esac

        """;

    // A file may well be written where nothing can be made beside it. A check is told a place that is known before.
    private string Elsewhere => There is not null && InPlace && Validate is null
        ? "{ [ -z \"$theirs\" ] && f=$(CDPATH= cd -P \"${TMPDIR:-/tmp}\" && pwd -P) && cd \"$f\" && mkdir -m 700 \"./$d\" 2>/dev/null; } || "
        : "";

    // Not all hosts can make holes; a file without them is larger, and not another one.
    private string Replace(DateTimeOffset now) =>
        $$"""
        {{(There is null ? "" : Hold)}}
        {{(HasHoles ? "fallocate -d \"$n\" 2>/dev/null || { cp --sparse=always \"$n\" ./holes && mv -f ./holes \"$n\"; } 2>/dev/null || :" : "")}}
        {{Wanted.Chown("\"$n\"", There)}}{{(There is null ? "" : $"keep \"$h\" \"$n\" \"{(Wanted.ChangesOwner ? "" : "ownership")}\"\n")}}{{WantedAttributes.Chmod("\"$n\"", Wanted.Mode)}}
        {{Check}}
        {{KeepFormer(now)}}
        move "$n" "$o" || { [ -z "$b" ] || rm -f "$b"; refused "cannot be replaced"; }
        {{SayFormer}}
        """;

    // A write clears capabilities, and so does a new owner; an ordinary user's write clears set-user-id as well.
    private string Write(DateTimeOffset now)
    {
        var other = Wanted.OtherThan(There!);
        return
            $$"""
            [ "$theirs" ] || o=$p
            {{Hold}}
            {{Check}}
            {{KeepFormer(now)}}
            [ ! -r "$h" ] || e=$({ cat "$h" >./former; } 2>&1) || fail "its former content cannot be kept meanwhile, and nothing was changed: $e"
            cp --attributes-only --preserve=xattr "$h" ./kept 2>/dev/null
            {{other.Narrow("\"$h\"", There!)}}
            e=$({ cat "$n" >"$h"; } 2>&1) || {
              s=$e; [ -e ./former ] && cat ./former 2>/dev/null >"$h"; e=$s
              [ -z "$b" ] || rm -f "$b"
              refused "cannot be written"
            }
            {{(HasHoles ? "fallocate -d \"$h\" 2>/dev/null" : "")}}
            {{other.Chown("\"$h\"", null)}}[ ! -e ./kept ] || e=$(cp --attributes-only --preserve=xattr ./kept "$h" 2>&1) || fail "is written, but has lost attributes: $e"
            {{WantedAttributes.Chmod("\"$h\"", other.Mode ?? (There!.Mode is { Length: > 4 } special ? special : null))}}
            {{SayFormer}}
            """;
    }

    private bool HasHoles => There?.Allocated is { } allocated && There.Size - allocated >= SmallestHole;

    /// <summary>So that whatever checks the file knows its kind.</summary>
    private string Extension =>
        System.IO.Path.GetExtension(Path) is { Length: <= LongestExtension } extension && extension.All(c => c == '.' || char.IsAsciiLetterOrDigit(c)) ? extension : "";

    // Where somebody else may put another directory in the place of that one, only what is entered is sure.
    private string Checked => $"{(IsTheirs ? "/proc/self/cwd" : Private)}/new{Extension}";

    private string Check => Validate?.With("%s", Checked) is { } command
        ? $$"""
          playbooks_check() {
          {{command.ToShell()}}
          }
          e=$({ unset -f {{OurNames}}; playbooks_check; } 2>&1 </dev/null) || fail "the new content was refused by its check, and nothing was changed: $e"
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
            e=$(cp -p "$h" ./old 2>&1) || fail "no backup can be made: $e"
            keep "$h" ./old ownership
            b=${p%/*}; [ "${b:-/}" = "$f" ] && b=..; b=$b/{{name}}; i=0; s=$b
            while [ -e "$b~" ] || [ -L "$b~" ]; do i=$((i + 1)); b=$s-$i; done
            b=$b~; move ./old "$b" || fail "no backup can be made: $e"
            """;
    }

    private string SayFormer => Backup && There is not null ? "printf '%s\\n' \"${p%/*}/${b##*/}\"" : "";

    [GeneratedRegex(@"^(\w+)\(\)", RegexOptions.Multiline)]
    private static partial Regex Function();

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
