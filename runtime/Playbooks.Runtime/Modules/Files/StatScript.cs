using System.Globalization;

namespace Playbooks;

/// <summary>The functions of the shell that look at files, and what they print.</summary>
internal static class StatScript
{
    private const int TypeBits = 0xF000;

    // Of what stat counts in, on every system.
    private const long BlockSize = 512;

    // What a date can be, from the year 1 to 9999; a host may say any number.
    private const long FirstSecond = -62_135_596_800;
    private const long LastSecond = 253_402_300_799;

    /// <summary>
    /// <c>fail TEXT</c> ends with a message of one line. <c>reach PATH</c> fails if a directory above it cannot be searched, where a file that
    /// exists would look like none. <c>look PATH [-L]</c> prints three lines for <see cref="Parse"/>, after GNU's, busybox's or BSD's <c>stat</c>,
    /// or after <c>ls</c>: numbers, and the names of owner and group, in which spaces are. <c>sum</c> prints the SHA-256 of its standard input
    /// and whatever else the tool there prints; <c>line TEXT</c> makes one line of it.
    /// </summary>
    internal const string Functions =
        """
        LC_ALL=C; export LC_ALL; set -f
        fail() {
          IFS='
        '; set -- $1; IFS=' '; printf '%s\n' "$*" >&2; exit 1
        }
        reach() {
          d=$1
          while ! [ -e "$d" ] && ! [ -L "$d" ]; do
            case $d in /*/* | [!/]*/*) d=${d%/*} ;; /*) d=/ ;; *) d=. ;; esac
          done
          if [ -d "$d" ] && ! [ -x "$d" ]; then fail "permission denied: the directory $d cannot be searched"; fi
        }
        named() {
          n=$(getent "$1" "$2" 2>/dev/null) || n=$(while IFS=: read -r name x id rest; do
            [ "$id" != "$2" ] || { printf '%s:\n' "$name"; break; }
          done 2>/dev/null <"/etc/$1")
          n=${n%%:*}; printf '%s\n' "${n:-$2}"
        }
        look() {
          if s=$(stat $2 -c 'c %f %s %u %g %Y %h %b
        %U
        %G' "$1" 2>/dev/null) && [ "$s" ]; then printf '%s\n' "$s"
          elif s=$(stat $2 -f 'f %p %z %u %g %m %l %b
        %Su
        %Sg' "$1" 2>/dev/null) && [ "$s" ]; then printf '%s\n' "$s"
          else
            f=$2; p=$1; set -- $(ls -ldn $f "$p")
            printf '%s\n' "l $1 $5 $3 $4 - $2 -"; named passwd "$3"; named group "$4"
          fi
        }
        line() { set -- $1; printf '%s\n' "$*"; }
        sum() {
          if command -v sha256sum >/dev/null 2>&1; then sha256sum
          elif command -v shasum >/dev/null 2>&1; then shasum -a 256
          elif command -v openssl >/dev/null 2>&1; then openssl dgst -sha256
          elif command -v busybox >/dev/null 2>&1; then busybox sha256sum
          elif command -v sha256 >/dev/null 2>&1; then sha256
          fi
        }

        """;

    /// <summary>What the three lines of <c>look</c> say; <see langword="null"/> where they are none.</summary>
    /// <param name="answer">What a script printed, from the first of them on.</param>
    /// <param name="rest">What it printed after them.</param>
    internal static StatResult? Parse(string answer, out string rest)
    {
        var lines = answer.Split('\n', 4);
        rest = lines.Length == 4 ? lines[3] : "";
        return lines is [var numbers, var owner, var group, _]
            && numbers.Split(' ') is [var tool, var type, var size, var uid, var gid, var modified, var links, var blocks]
            && Mode(tool, type) is { } mode
                ? new StatResult
                {
                    Exists = true,
                    IsDirectory = (mode & TypeBits) == 0x4000,
                    IsRegular = (mode & TypeBits) == 0x8000,
                    IsLink = (mode & TypeBits) == 0xA000,
                    Mode = FormatMode(mode & 0xFFF),
                    Size = Number(size) ?? 0,
                    Owner = owner == "UNKNOWN" ? uid : owner,
                    Group = group == "UNKNOWN" ? gid : group,
                    Uid = Number(uid),
                    Gid = Number(gid),
                    Modified = Number(modified) is >= FirstSecond and <= LastSecond and { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null,
                    Links = Number(links) ?? 1,
                    Allocated = Number(blocks) is >= 0 and <= long.MaxValue / BlockSize and { } count ? count * BlockSize : null,
                }
                : null;
    }

    /// <summary>The SHA-256 in what <c>sum</c> printed, in lower case.</summary>
    internal static string? Checksum(string text) =>
        text.Split(' ', '\n', '\t').FirstOrDefault(word => word.Length == 64 && word.All(char.IsAsciiHexDigit))?.ToLowerInvariant();

    internal static string FormatMode(int mode) => "0" + Convert.ToString(mode, 8).PadLeft(3, '0');

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int? Mode(string tool, string text) => tool switch
    {
        "c" => int.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var mode) ? mode : null,
        "f" when text.Length is > 0 and < 8 && text.All(digit => digit is >= '0' and <= '7') => Convert.ToInt32(text, 8),
        "l" when text.Length >= 10 => ListedMode(text),
        _ => null,
    };

    /// <summary>The mode that <c>ls</c> writes as <c>-rwxr-x--T</c>.</summary>
    private static int ListedMode(string text)
    {
        var mode = text[0] switch { '-' => 0x8000, 'd' => 0x4000, 'l' => 0xA000, 'b' => 0x6000, 'c' => 0x2000, 'p' => 0x1000, 's' => 0xC000, _ => 0 };
        for (var i = 0; i < 9; i++)
        {
            mode |= text[i + 1] is '-' or 'S' or 'T' ? 0 : 1 << (8 - i);
        }

        mode |= text[3] is 's' or 'S' ? 0x800 : 0;
        mode |= text[6] is 's' or 'S' ? 0x400 : 0;
        mode |= text[9] is 't' or 'T' ? 0x200 : 0;
        return mode;
    }
}
