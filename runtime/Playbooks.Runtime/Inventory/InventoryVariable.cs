using System.Globalization;
using Playbooks.Connections;

namespace Playbooks;

/// <summary>A variable of an inventory, and what is known about some of them.</summary>
internal static class InventoryVariable
{
    internal const string Priority = "ansible_group_priority";

    /// <summary>Splits <c>key=value</c>.</summary>
    /// <exception cref="FormatException">It has no <c>=</c>, or nothing before it, or a value that cannot be.</exception>
    internal static (string Key, string Value) Parse(string text, bool isLine)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
        {
            throw new FormatException($"'{Shown(text)}' is no variable: write {(isLine ? "key = value" : "key=value, without spaces around the =")}");
        }

        var key = text[..equals].TrimEnd();
        var value = isLine ? Unquote(text[(equals + 1)..].Trim()) : text[(equals + 1)..];
        if (key.AsSpan().IndexOfAny(" \t") >= 0)
        {
            throw new FormatException($"'{key}' cannot be a variable's name: it has a space in it");
        }

        Check(key, value);
        return (key, value);
    }

    /// <summary>Reads a group's priority.</summary>
    /// <exception cref="FormatException">It is no number.</exception>
    internal static int ParsePriority(string value) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var priority)
            ? priority
            : throw new FormatException($"{Priority} is '{value}': it must be a whole number");

    // A line of YAML, ansible_become_password: …, has no = either.
    private static string Shown(string text) =>
        text.Contains("become_pass", StringComparison.Ordinal) ? text[..text.IndexOf("become_pass", StringComparison.Ordinal)] + "become_pass…" : text;

    private static void Check(string key, string value)
    {
        switch (key)
        {
            case "ansible_host" or "ansible_user" or "ansible_ssh_private_key_file" or "ansible_port" or "ansible_connection"
                or "ansible_become_user" or "ansible_become_method" or "ansible_become_password" or "ansible_become_pass"
                when value.Contains("{{", StringComparison.Ordinal):
                throw new FormatException($"{key} is a template, and templates are not evaluated: write the value");
            case "ansible_host" or "ansible_user" or "ansible_become_user" when value.Length == 0 || value[0] == '-' || value.AsSpan().ContainsAny(" \t"):
                throw new FormatException($"{key} is '{value}': it must not be empty, start with - or have a space in it");
            case "ansible_port":
                HostAddress.Port(value);
                break;
            case "ansible_connection" when value is not ("ssh" or "local"):
                throw new FormatException($"ansible_connection is '{value}': there are ssh and local");
            case "ansible_become_method" when BecomeOptions.Parse(value) is null:
                throw new FormatException($"ansible_become_method is '{value}': there are sudo, su and doas");
        }
    }

    /// <summary>The text in quotes where all of it is quoted, as <c>"a # b"</c>; a comment may follow.</summary>
    private static string Unquote(string value)
    {
        if (value.Length < 2 || value[0] is not ('"' or '\''))
        {
            return value;
        }

        var close = value.IndexOf(value[0], 1);
        if (close < 0)
        {
            return value;
        }

        var rest = value.AsSpan(close + 1).TrimStart();
        return rest.Length == 0 || rest[0] == '#' ? value[1..close] : value;
    }
}
