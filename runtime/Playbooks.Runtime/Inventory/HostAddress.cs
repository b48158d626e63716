using System.Globalization;
using System.Net;

namespace Playbooks;

/// <summary>Parses hosts as an inventory lists them: names, with optional ranges and an optional port.</summary>
internal static class HostAddress
{
    /// <summary>Parses <c>web1</c>, <c>web[01:20]</c>, <c>web1:2222</c>, <c>2001:db8::1</c> or <c>[2001:db8::1]:22</c>.</summary>
    /// <exception cref="FormatException">The text has none of these forms.</exception>
    internal static (IReadOnlyList<string> Names, string? Port) Parse(string text)
    {
        if (text.Length == 0)
        {
            throw new FormatException("the host's name is missing");
        }

        if (IsIPv6(text))
        {
            return ([text], null);
        }

        var close = text.AsSpan().IndexOf(']');
        if (text[0] == '[' && close > 0 && IsIPv6(text[1..close]))
        {
            var rest = text[(close + 1)..];
            return rest.Length == 0
                ? ([text[1..close]], null)
                : ([text[1..close]], rest[0] == ':' ? Port(rest[1..]) : throw new FormatException($"'{rest}' after the address is not a port"));
        }

        var colon = Colon(text);
        var name = colon < 0 ? text : text[..colon];
        var port = colon < 0 ? null : Port(text[(colon + 1)..]);
        var names = HostRange.Expand(name);
        foreach (var one in names)
        {
            CheckName(one);
        }

        return (names, port);
    }

    /// <summary>Checks a port.</summary>
    /// <exception cref="FormatException">The text is not a valid port.</exception>
    internal static string Port(string text) =>
        ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0
            ? text
            : throw new FormatException($"'{text}' is not a valid port: use a number from 1 to 65535");

    private static void CheckName(string name)
    {
        if (name.Length == 0)
        {
            throw new FormatException("the host's name is missing");
        }

        if (name[^1] == ',')
        {
            throw new FormatException($"'{name}': write one host per line, without commas");
        }

        if (name[0] is '-' or '!' or '&' or '~' || name.IndexOfAny([',', '*', '?', '/', '=', '"']) >= 0)
        {
            throw new FormatException($"'{name}' is not a valid host name: it must not start with one of - ! & ~ or contain one of , * ? / =");
        }
    }

    /// <summary>Returns the position of the single colon outside of brackets, or -1.</summary>
    private static int Colon(string text)
    {
        var found = -1;
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] switch { '[' => 1, ']' => -1, _ => 0 };
            if (text[i] == ':' && depth == 0)
            {
                found = found < 0 ? i : throw new FormatException($"'{text}' has more than one ':' and is not an IPv6 address");
            }
        }

        return found;
    }

    private static bool IsIPv6(string text) =>
        text.Count(letter => letter == ':') > 1 && text[0] != '[' && IPAddress.TryParse(text, out _);
}
