using System.Globalization;

namespace Playbooks;

/// <summary>The functions of the shell that look at files, and what they print.</summary>
internal static class StatScript
{
    private const int TypeBits = 0xF000;

    /// <summary>
    /// <c>fail TEXT</c> ends with a message. <c>reach PATH</c> fails if a directory above it cannot be searched, where a file that exists
    /// would look like none. <c>look PATH [-L]</c> prints a line for <see cref="Parse"/>, after GNU's, busybox's or BSD's <c>stat</c>, or
    /// after <c>ls</c>. <c>sum PATH</c> prints the SHA-256 of a file and whatever else the tool there prints.
    /// </summary>
    internal const string Functions =
        """
        LC_ALL=C; export LC_ALL; set -f
        fail() { printf '%s\n' "$1" >&2; exit 1; }
        reach() {
          d=$1
          while ! [ -e "$d" ] && ! [ -L "$d" ]; do
            case $d in /*/* | [!/]*/*) d=${d%/*} ;; /*) d=/ ;; *) d=. ;; esac
          done
          if [ -d "$d" ] && ! [ -x "$d" ]; then fail "permission denied: the directory $d cannot be searched"; fi
        }
        look() {
          if s=$(stat $2 -c '%f %s %u %g %Y %U %G' "$1" 2>/dev/null) && [ -n "$s" ]; then printf 'c %s\n' "$s"
          elif s=$(stat $2 -f '%p %z %u %g %m %Su %Sg' "$1" 2>/dev/null) && [ -n "$s" ]; then printf 'f %s\n' "$s"
          else
            p=$1; f=$2
            set -- $(ls -ldn $f "$p"); s="l $1 $5 $3 $4 -"
            set -- $(ls -ld $f "$p"); printf '%s %s %s\n' "$s" "$3" "$4"
          fi
        }
        sum() {
          if command -v sha256sum >/dev/null 2>&1; then sha256sum <"$1"
          elif command -v shasum >/dev/null 2>&1; then shasum -a 256 <"$1"
          elif command -v openssl >/dev/null 2>&1; then openssl dgst -sha256 <"$1"
          elif command -v busybox >/dev/null 2>&1; then busybox sha256sum <"$1"
          elif command -v sha256 >/dev/null 2>&1; then sha256 <"$1"
          fi
        }

        """;

    /// <summary>What a line of <c>look</c> says; <see langword="null"/> where it is none.</summary>
    internal static StatResult? Parse(string line) =>
        line.Split(' ') is [var tool, var type, var size, var uid, var gid, var modified, var owner, var group]
            && Mode(tool, type) is { } mode
                ? new StatResult
                {
                    Exists = true,
                    IsDirectory = (mode & TypeBits) == 0x4000,
                    IsRegular = (mode & TypeBits) == 0x8000,
                    IsLink = (mode & TypeBits) == 0xA000,
                    Mode = FormatMode(mode & 0xFFF),
                    Size = long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : 0,
                    Owner = owner == "UNKNOWN" ? uid : owner,
                    Group = group == "UNKNOWN" ? gid : group,
                    Uid = Number(uid),
                    Gid = Number(gid),
                    Modified = Number(modified) is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null,
                }
                : null;

    /// <summary>The SHA-256 in what <c>sum</c> printed, in lower case.</summary>
    internal static string? Checksum(string text) =>
        text.Split(' ', '\n', '\t').FirstOrDefault(word => word.Length == 64 && word.All(char.IsAsciiHexDigit))?.ToLowerInvariant();

    internal static string FormatMode(int mode) => "0" + Convert.ToString(mode, 8).PadLeft(3, '0');

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int? Mode(string tool, string text)
    {
        try
        {
            return tool switch
            {
                "c" => Convert.ToInt32(text, 16),
                "f" => Convert.ToInt32(text, 8),
                "l" when text.Length >= 10 => ListedMode(text),
                _ => null,
            };
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            return null;
        }
    }

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
