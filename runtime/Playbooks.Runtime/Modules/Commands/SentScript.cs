using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Playbooks;

/// <summary>Wraps a script of the controller into a script for <c>/bin/sh</c> that contains it.</summary>
internal static class SentScript
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the script, and wraps it.</summary>
    /// <param name="words">The script's path, and its arguments.</param>
    /// <param name="interpreter">The interpreter; <see langword="null"/> uses the one in the script's first line.</param>
    /// <exception cref="FormatException">The script does not exist, or is not valid.</exception>
    internal static string Of(IReadOnlyList<string> words, IReadOnlyList<string>? interpreter)
    {
        var text = Read(words[0]);
        var end = $"END-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..24]}";
        var line = string.Join(' ', (interpreter ?? Named(words[0], text)).Select(ShellText.Quote));
        var arguments = string.Concat(words.Skip(1).Select(word => $" {ShellText.Quote(word)}"));
        return
            $$"""
            d=$(mktemp -d 2>/dev/null) || { d=${TMPDIR:-/tmp}/playbooks-$$; (umask 077; mkdir "$d"); } || exit 1
            trap 'rm -rf "$d"' 0; trap 'exit 129' 1; trap 'exit 130' 2; trap 'exit 143' 15
            f=$d/{{ShellText.Quote(Path.GetFileName(words[0]))}}
            (umask 077; cat >"$f") <<'{{end}}' || exit 1
            {{text.TrimEnd('\n')}}
            {{end}}
            {{line}} "$f"{{arguments}}
            """;
    }

    /// <exception cref="FormatException">The script cannot be read, or is not a text that a shell accepts.</exception>
    private static string Read(string path)
    {
        try
        {
            using var content = LocalFile.Open(path);
            using var reader = new StreamReader(content, Utf8);
            var text = reader.ReadToEnd();
            return text.Contains('\0', StringComparison.Ordinal)
                ? throw new FormatException($"Script: {path} is not a text file. Send it with Copy, and run it with Command.")
                : WindowsLine(text) is { } number
                    ? throw new FormatException(
                        $"Script: line {number} of {path} has a Windows line end, which shells do not accept. Save the file with Unix line ends.")
                : text;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"Script: {exception.Message}.", exception);
        }
        catch (DecoderFallbackException exception)
        {
            throw new FormatException($"Script: {path} is not UTF-8 text. Send it with Copy, and run it with Command.", exception);
        }
    }

    private static string? WindowsLine(string text)
    {
        var lines = text.Split('\n');
        var line = Array.FindIndex(lines, each => each.EndsWith('\r'));
        return line < 0 ? null : (line + 1).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Reads the first line as Linux does: the interpreter, and the rest of the line as one argument.</summary>
    private static string[] Named(string path, string text)
    {
        if (!text.StartsWith("#!", StringComparison.Ordinal))
        {
            return ["/bin/sh"];
        }

        var words = text[2..].Split('\n', 2)[0].Trim(' ', '\t').Split([' ', '\t'], 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length > 0 ? words : throw new FormatException($"Script: the first line of {path} names no interpreter after #!.");
    }
}
