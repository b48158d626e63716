using System.Net;

namespace Playbooks.Generator.Reading.Checks;

/// <summary>The names of groups and hosts in an inventory in INI format. Errors in the inventory are reported by the run, not here.</summary>
internal sealed class InventoryNames
{
    private const int Most = 10_000;

    private readonly HashSet<string> _names = new(StringComparer.Ordinal) { InventoryFormat.All, InventoryFormat.Ungrouped, InventoryFormat.Localhost };

    private InventoryNames()
    {
    }

    /// <summary>Reads several inventories as one; <see langword="null"/> if one of them does not list its hosts, so that the names are unknown.</summary>
    internal static InventoryNames? Of(IEnumerable<string?> texts)
    {
        var names = new InventoryNames();
        return texts.All(text => text is not null && names.Read(text)) ? names : null;
    }

    /// <summary>
    /// Returns the names in a pattern that are in no inventory. Wildcards may match nothing; ranges and regular expressions are not checked.
    /// </summary>
    internal IEnumerable<string> Unknown(string pattern) => pattern.IndexOfAny(['[', '~']) >= 0
        ? []
        : pattern.Split(',').SelectMany(Terms)
            .Select(term => term.Trim().TrimStart('!', '&'))
            .Where(term => term.Length > 0 && term.IndexOfAny(['*', '?']) < 0 && !_names.Contains(term))
            .Distinct();

    /// <summary>Returns the nearest name.</summary>
    internal string? Nearest(string term) => NearestName.Find(term, _names);

    /// <summary>Colons separate names, except in an IPv6 address.</summary>
    private static string[] Terms(string part) =>
        part.Count(letter => letter == ':') > 1 && IPAddress.TryParse(part.Trim(' ', '!', '&'), out _) ? [part] : part.Split(':');

    private bool Read(string text)
    {
        var (group, kind) = (InventoryFormat.Ungrouped, InventoryFormat.Hosts);
        var number = 0;
        try
        {
            foreach (var line in text.Split('\n').Select(line => line.Trim()))
            {
                if (!InventoryFormat.SaysSomething(line, ++number))
                {
                    continue;
                }

                if (InventoryFormat.Section(line) is { } section)
                {
                    (group, kind) = section;
                    _names.Add(group);
                }
                else
                {
                    _names.UnionWith(Names(line, group, kind));
                }
            }
        }
        catch (FormatException)
        {
            return false;
        }

        return _names.Count <= Most;
    }

    private static IEnumerable<string> Names(string line, string group, string kind) => kind switch
    {
        InventoryFormat.Hosts => HostAddress.Parse(ShellWords.Split(line).Words[0]).Names,
        InventoryFormat.Children => [InventoryFormat.Child(line, group)],
        _ => [],
    };
}
