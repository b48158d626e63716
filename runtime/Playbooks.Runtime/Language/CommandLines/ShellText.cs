using System.Buffers;
using System.Text;

namespace Playbooks;

/// <summary>Quotes texts for <c>/bin/sh</c>.</summary>
internal static class ShellText
{
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789%+,-./:=@_");

    private static readonly SearchValues<char> UserName =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-@");

    /// <summary>Returns a text as one word in single quotes, whatever it contains.</summary>
    internal static string Quote(string value) => $"'{Inside(value)}'";

    /// <summary>Returns a text as it must be written inside single quotes.</summary>
    internal static string Inside(string value) => value.Replace("'", @"'\''", StringComparison.Ordinal);

    /// <summary>Returns a text with a backslash before each special character.</summary>
    internal static string Escape(string value, string special)
    {
        var text = new StringBuilder();
        foreach (var c in value)
        {
            text.Append(special.Contains(c, StringComparison.Ordinal) ? "\\" : "").Append(c);
        }

        return text.ToString();
    }

    /// <summary>Returns a text as one word for people, without quotes if it only has plain characters.</summary>
    internal static string QuoteIfNeeded(string value) =>
        value.Length > 0 && !value.AsSpan().ContainsAnyExcept(Plain) ? value : Quote(value);

    /// <summary>
    /// Returns a path as one word. A leading <c>~</c> or <c>~user</c> still means a home directory, and a leading dash does not begin an option.
    /// </summary>
    /// <exception cref="FormatException">The path is empty or contains a NUL character.</exception>
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

    /// <exception cref="FormatException">The text contains a NUL character, which no argument, file name or script can contain.</exception>
    internal static void RefuseNul(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new FormatException("An argument of a program cannot contain a NUL character.");
        }
    }
}
