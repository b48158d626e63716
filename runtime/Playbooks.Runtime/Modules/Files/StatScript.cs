using System.Globalization;

namespace Playbooks;

/// <summary>The shell functions that describe files, and the reading of their output.</summary>
internal static class StatScript
{
    private const int TypeBits = 0xF000;

    // Of what stat counts in, on every system.
    private const long BlockSize = 512;

    // What a date can be, from the year 1 to 9999; a host may say any number.
    private const long FirstSecond = -62_135_596_800;
    private const long LastSecond = 253_402_300_799;

    /// <summary>
    /// <c>fail TEXT</c> ends with a message of one line. <c>named passwd NUMBER</c> prints the name of a user, or the number if the user has no name; <c>named
    /// group NUMBER</c> does this for a group.
    /// </summary>
    internal static string Saying => ShellFile.Text("saying");

    /// <summary>
    /// The functions of <see cref="Saying"/>, and three others. <c>reach PATH</c> fails if a directory above the path cannot be searched, because an existing
    /// file would then look missing. <c>look PATH [-L]</c> prints three lines for <see cref="Parse"/>: numbers, and the names of owner and group, which may
    /// contain spaces. It uses the <c>stat</c> of GNU, busybox or BSD, or else <c>ls</c>. <c>sum</c> prints the SHA-256 of its standard input, with other
    /// output of the host's program; <c>line TEXT</c> joins this into one line.
    /// </summary>
    internal static string Functions => ShellFile.Text("saying", "stat");

    /// <summary>Reads the three lines of <c>look</c>; returns <see langword="null"/> if they are not valid.</summary>
    /// <param name="answer">The output of a script, from the first of these lines on.</param>
    /// <param name="rest">The output after these lines.</param>
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

    /// <summary>Returns the SHA-256 in the output of <c>sum</c>, in lower case.</summary>
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

    /// <summary>Reads a mode that <c>ls</c> prints as <c>-rwxr-x--T</c>.</summary>
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
