namespace Playbooks;

/// <summary>The syntax of an inventory in Ansible's INI format, line by line. The compiler and the run share it.</summary>
internal static class InventoryFormat
{
    /// <summary>The group that contains all hosts.</summary>
    internal const string All = "all";

    /// <summary>The group of the hosts that are in no other group.</summary>
    internal const string Ungrouped = "ungrouped";

    /// <summary>The controller: it exists even if no file lists it.</summary>
    internal const string Localhost = "localhost";

    /// <summary>A section with hosts, such as <c>[web]</c>.</summary>
    internal const string Hosts = "hosts";

    /// <summary>A section with groups, such as <c>[web:children]</c>.</summary>
    internal const string Children = "children";

    /// <summary>A section with variables, such as <c>[web:vars]</c>.</summary>
    internal const string Vars = "vars";

    /// <summary>Whether a line has content: it is neither blank nor a comment.</summary>
    /// <param name="line">The line, without blanks at its ends.</param>
    /// <param name="number">The line number in the file, from 1.</param>
    /// <exception cref="FormatException">The file is in another format.</exception>
    internal static bool SaysSomething(string line, int number)
    {
        if (number == 1 && line.StartsWith("#!", StringComparison.Ordinal))
        {
            throw new FormatException(
                "the file is a program, and inventory programs are not supported: write the hosts into a file in INI format");
        }

        return line == "---"
            ? throw new FormatException("the file looks like YAML, which is not supported: write the inventory in INI format")
            : line.Length > 0 && line[0] is not ('#' or ';');
    }

    /// <summary>Returns the group and the kind of the section that a line begins; <see langword="null"/> if it begins none.</summary>
    /// <exception cref="FormatException">The line is a malformed section header.</exception>
    internal static (string Group, string Kind)? Section(string line)
    {
        if (line[0] != '[' || Header(line) is not { } header)
        {
            return null;
        }

        var colon = header.AsSpan().IndexOf(':');
        var group = colon < 0 ? header : header[..colon];
        if (group.Length == 0 || group.IndexOfAny([' ', '\t', ',']) >= 0 || group[0] is '!' or '&' or '~' or '-')
        {
            throw new FormatException(
                $"'{group}' is not a valid group name: use at least one letter, no space or comma, and none of ! & ~ - at the start");
        }

        var kind = colon < 0 ? Hosts : header[(colon + 1)..];
        return kind is Hosts or Children or Vars
            ? (group, kind)
            : throw new FormatException($"[{header}] is not a valid section: use [{group}], [{group}:{Children}] or [{group}:{Vars}]{Meant(kind, group)}");
    }

    /// <summary>Returns the group that a line in a section of groups names.</summary>
    /// <param name="line">The line.</param>
    /// <param name="group">The group of the section.</param>
    /// <exception cref="FormatException">The line does not name a group.</exception>
    internal static string Child(string line, string group)
    {
        var comment = line.IndexOfAny(['#', ';']);
        var name = comment < 0 ? line : line[..comment].TrimEnd();
        return name.IndexOfAny([' ', '\t', ':', '=', '[', ']']) < 0
            ? name
            : throw new FormatException($"'{name}' is not a valid group name: write one group per line in [{group}:{Children}]");
    }

    /// <summary>Returns the text in the brackets of a section header; <see langword="null"/> if the line begins with a range or an address.</summary>
    private static string? Header(string line)
    {
        var close = line.AsSpan().IndexOf(']');
        if (close < 0)
        {
            throw new FormatException("the ']' of the section is missing");
        }

        var rest = line[(close + 1)..];
        if (rest.Length > 0 && !char.IsWhiteSpace(rest[0]) && rest[0] is not ('#' or ';'))
        {
            return null;
        }

        rest = rest.TrimStart();
        return rest.Length == 0 || rest[0] is '#' or ';'
            ? line[1..close]
            : throw new FormatException($"'{rest}' follows the section's ']': write hosts on lines of their own");
    }

    private static string Meant(string kind, string group) =>
        NearestName.Question(kind, [Children, Vars], $"{group}:") is { Length: > 0 } question ? $".{question}" : "";
}
