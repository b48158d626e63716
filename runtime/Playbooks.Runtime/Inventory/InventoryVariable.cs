using System.Globalization;

namespace Playbooks;

/// <summary>A variable in an inventory.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Value">Its value.</param>
/// <param name="EndsInComment">Whether the value has the rest of its line and seems to end with a comment.</param>
internal sealed record InventoryVariable(string Key, string Value, bool EndsInComment = false)
{
    /// <summary>Parses <c>key=value</c>.</summary>
    /// <exception cref="FormatException">The text has no <c>=</c>, nothing before it, or an invalid value.</exception>
    internal static InventoryVariable Parse(string text, bool isLine)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
        {
            throw new FormatException($"'{Shown(text)}' is not a variable: write {(isLine ? "key = value" : "key=value, without spaces around the =")}");
        }

        var key = text[..equals].TrimEnd();
        if (key.AsSpan().IndexOfAny(" \t") >= 0)
        {
            throw new FormatException($"'{key}' is not a valid variable name: it contains a space");
        }

        var endsInComment = false;
        var value = isLine ? InventoryValue.OfLine(text[(equals + 1)..].Trim(), out endsInComment) : InventoryValue.OfWord(text[(equals + 1)..]);
        Check(key, value);
        return new(key, value, endsInComment);
    }

    /// <summary>Parses a group's priority.</summary>
    /// <exception cref="FormatException">The text is not a number.</exception>
    internal static int ParsePriority(string value) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var priority)
            ? priority
            : throw new FormatException($"{HonouredVariables.GroupPriority} is '{value}': use a whole number");

    // A line in YAML, such as ansible_become_password: …, also has no =, so its text may be a password.
    private static string Shown(string text) =>
        text.IndexOf("pass", StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? $"{text[..at]}pass…" : text;

    private static void Check(string key, string value)
    {
        if (!HonouredVariables.All.Contains(key))
        {
            return;
        }

        if (value.Contains("{{", StringComparison.Ordinal))
        {
            throw new FormatException($"{key} is a template, and templates are not supported: write the value");
        }

        // Users in a domain may have a space in their names, but no address has one.
        var isAddress = HonouredVariables.NameOf(key) == HonouredVariables.Address;
        if ((isAddress || HonouredVariables.IsUser(key))
            && (value.Length == 0 || value[0] == '-' || value.Any(char.IsControl) || (isAddress && value.Contains(' ', StringComparison.Ordinal))))
        {
            throw new FormatException(
                $"{key} is '{value}': the value must not be empty, start with -{(isAddress ? " or contain a space" : " or contain a control character")}");
        }

        switch (HonouredVariables.NameOf(key))
        {
            case HonouredVariables.Port:
                HostAddress.Port(value);
                break;
            case HonouredVariables.Connection when HonouredVariables.IsLocal(value) is null:
                throw new FormatException($"{key} is '{value}': use ssh or local");
            case HonouredVariables.BecomeMethod when BecomeMethods.Named(value) is null:
                throw new FormatException($"{key} is '{value}': use sudo, su or doas");
            case HonouredVariables.Become:
                HonouredVariables.IsYes(value);
                break;
        }
    }
}
