using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Playbooks.Generator.Reading.Checks;

/// <summary>The groups and hosts that an inventory in INI format names. What is wrong with it is told when it is run with, not here.</summary>
internal sealed class InventoryNames
{
    private const int Most = 10_000;
    private const int MostRanges = 10;

    private static readonly Regex _header = new(@"^\[([^\]:\s]+)(?::(?:children|vars|hosts))?\]\s*(?:[#;].*)?$", RegexOptions.CultureInvariant);
    private static readonly Regex _range = new(@"\[(\d+):(\d+)(?::(\d+))?\]|\[([a-z]):([a-z])\]|\[([A-Z]):([A-Z])\]", RegexOptions.CultureInvariant);
    private static readonly Regex _port = new(@"(?<!:[^:]*):\d+$", RegexOptions.CultureInvariant);

    private readonly HashSet<string> _names = new(StringComparer.Ordinal) { "all", "ungrouped", "localhost" };

    private InventoryNames()
    {
    }

    /// <summary>Reads inventories as one; <see langword="null"/> where one of them is none that names its hosts, so that nobody knows.</summary>
    internal static InventoryNames? Of(IEnumerable<string?> texts)
    {
        var names = new InventoryNames();
        return texts.All(text => text is not null && names.Read(text)) ? names : null;
    }

    /// <summary>The names in a pattern that are in no inventory. Wildcards may match nothing; patterns with ranges or regular expressions are left alone.</summary>
    internal IEnumerable<string> Unknown(string pattern) => pattern.IndexOfAny(['[', '~']) >= 0
        ? []
        : pattern.Split(',').SelectMany(Terms)
            .Select(term => term.Trim().TrimStart('!', '&'))
            .Where(term => term.Length > 0 && term.IndexOfAny(['*', '?']) < 0 && !_names.Contains(term))
            .Distinct();

    /// <summary>The name that is probably meant.</summary>
    internal string? Nearest(string term) => NearestName.Find(term, _names);

    /// <summary>Colons separate, but for those of an IPv6 address.</summary>
    private static string[] Terms(string part) =>
        part.Count(letter => letter == ':') > 1 && IPAddress.TryParse(part.Trim(' ', '!', '&'), out _) ? [part] : part.Split(':');

    private bool Read(string text)
    {
        var isHosts = true;
        foreach (var line in text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] is not ('#' or ';')))
        {
            if (_header.Match(line) is { Success: true } header)
            {
                _names.Add(header.Groups[1].Value);
                isHosts = line.IndexOf(":vars]", StringComparison.Ordinal) < 0;
            }
            else if (isHosts && !Add(_port.Replace(line.Split(' ', '\t', '#')[0], "")))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Adds a name with its ranges; not where they are malformed or make too many.</summary>
    private bool Add(string name, int ranges = 0)
    {
        if (ranges > MostRanges)
        {
            return false;
        }

        if (_range.Match(name) is not { Success: true } range)
        {
            _names.Add(name);
            return name.IndexOf('[') < 0 && name is not "---" && name[name.Length - 1] != ':' && _names.Count <= Most;
        }

        return Values(range).All(value => Add(name.Substring(0, range.Index) + value + name.Substring(range.Index + range.Length), ranges + 1));
    }

    private static IEnumerable<string> Values(Match range)
    {
        if (!range.Groups[1].Success)
        {
            var letters = (First: (range.Groups[4].Value + range.Groups[6].Value)[0], Last: (range.Groups[5].Value + range.Groups[7].Value)[0]);
            return Enumerable.Range(letters.First, Math.Max(0, letters.Last - letters.First + 1)).Select(letter => ((char)letter).ToString());
        }

        var first = range.Groups[1].Value;
        var step = range.Groups[3].Success && Number(range.Groups[3].Value) is > 0 and var given ? given : 1;
        return Enumerable.Range(0, Most).Select(count => Number(first) + (count * step)).TakeWhile(value => value <= Number(range.Groups[2].Value))
            .Select(value => value.ToString(CultureInfo.InvariantCulture).PadLeft(first[0] == '0' ? first.Length : 0, '0'));
    }

    private static long Number(string digits) => long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
