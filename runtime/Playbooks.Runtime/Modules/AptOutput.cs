using System.Globalization;
using System.Text.RegularExpressions;

namespace Playbooks;

/// <summary>What the output of <c>apt-get</c> says was done, over all calls in it.</summary>
internal sealed partial record AptOutput(
    bool Changed, IReadOnlyList<string> Upgraded, IReadOnlyList<string> Installed, IReadOnlyList<string> Removed)
{
    internal static AptOutput Parse(string text) => new(
        Summary.Matches(text).Any(summary => summary.Groups.Values.Skip(1).Any(IsCount)),
        Listed(text, "The following packages will be upgraded:"),
        Listed(text, "The following NEW packages will be installed:"),
        Listed(text, "The following packages will be REMOVED:"));

    /// <summary>As in <c>3 upgraded, 1 newly installed, 0 to remove and 2 not upgraded.</c></summary>
    [GeneratedRegex(
        @"^(\d+) upgraded, (\d+) newly installed, (?:(\d+) reinstalled, )?(?:(\d+) downgraded, )?(\d+) to remove and \d+ not upgraded\.",
        RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Summary { get; }

    private static bool IsCount(Group group) =>
        group.Success && int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0;

    /// <summary>The names in the indented lines under each such heading; a star marks a purge.</summary>
    private static string[] Listed(string text, string heading)
    {
        var names = new List<string>();
        var listed = false;
        foreach (var line in text.Split('\n'))
        {
            listed = line == heading || (listed && line.StartsWith(' '));
            if (listed && line != heading)
            {
                names.AddRange(line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => name.TrimEnd('*')));
            }
        }

        return [.. names];
    }
}
