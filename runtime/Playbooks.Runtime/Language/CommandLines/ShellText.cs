using System.Buffers;
using System.Text;

namespace Playbooks;

/// <summary>Text for <c>/bin/sh</c>.</summary>
internal static class ShellText
{
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789%+,-./:=@_");

    private static readonly SearchValues<char> UserName =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-@");

    /// <summary>One word, whatever it contains, in single quotes.</summary>
    internal static string Quote(string value) => $"'{Inside(value)}'";

    /// <summary>What stands for a text inside of single quotes.</summary>
    internal static string Inside(string value) => value.Replace("'", @"'\''", StringComparison.Ordinal);

    /// <summary>The value with a backslash before each special character.</summary>
    internal static string Escape(string value, string special)
    {
        var text = new StringBuilder();
        foreach (var c in value)
        {
            text.Append(special.Contains(c, StringComparison.Ordinal) ? "\\" : "").Append(c);
        }

        return text.ToString();
    }

    /// <summary>One word; for people, who need no quotes around plain characters.</summary>
    internal static string QuoteIfNeeded(string value) =>
        value.Length > 0 && !value.AsSpan().ContainsAnyExcept(Plain) ? value : Quote(value);

    /// <summary>One word that is a path: a leading <c>~</c> or <c>~user</c> is a home directory, a leading dash is no option.</summary>
    /// <exception cref="FormatException">It is empty, or has a NUL character.</exception>
    internal static string Path(string path)
    {
        if (path.Length == 0)
        {
            throw new FormatException("A path is empty.");
        }

        RefuseNul(path);
        if (path[0] == '-')
        {
            return Quote("./" + path);
        }

        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var first = slash < 0 ? path : path[..slash];
        if (path[0] != '~' || first.AsSpan(1).ContainsAnyExcept(UserName) || first is ['~', '-' or '@', ..])
        {
            return Quote(path);
        }

        return slash < 0 ? first : $"{first}/{(slash + 1 < path.Length ? Quote(path[(slash + 1)..]) : "")}";
    }

    /// <exception cref="FormatException">The text has a NUL character: no argument, file name or script can.</exception>
    internal static void RefuseNul(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new FormatException("An argument of a program cannot contain a NUL character.");
        }
    }
}
