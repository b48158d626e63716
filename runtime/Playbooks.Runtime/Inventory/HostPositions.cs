using System.Globalization;
using System.Text.RegularExpressions;

namespace Playbooks;

/// <summary>
/// Positions among the hosts of a name, counted from 0 as in Ansible: <c>web[0]</c>, <c>web[-1]</c>, <c>web[0:4]</c> with both ends included, <c>web[2:]</c>.
/// With a leading zero, as in <c>web[01:04]</c>, the brackets are a range of names instead.
/// </summary>
/// <param name="Name">The name of a group or host, or a wildcard.</param>
/// <param name="First">The first position; a negative one counts from the end.</param>
/// <param name="Last">The last of several positions; <see langword="null"/> for a single position.</param>
internal sealed partial record HostPositions(string Name, int First, int? Last)
{
    /// <summary>Parses a term; returns <see langword="null"/> if it has no positions.</summary>
    internal static HostPositions? Parse(string term)
    {
        var match = Form().Match(term);
        if (!match.Success || !TryNumber(match.Groups["first"], out var first))
        {
            return null;
        }

        var name = match.Groups["name"].Value;
        if (!match.Groups["several"].Success)
        {
            return new(name, first, null);
        }

        return match.Groups["last"].Length == 0 ? new(name, first, int.MaxValue)
            : TryNumber(match.Groups["last"], out var last) ? new(name, first, last)
            : null;
    }

    /// <summary>Returns the hosts at the positions. Several positions may extend beyond the last host, a single position may not.</summary>
    /// <exception cref="FormatException">The single position has no host, or the last position is before the first.</exception>
    internal IReadOnlyList<Host> Of(IReadOnlyList<Host> hosts)
    {
        if (Last is { } last)
        {
            return last >= First
                ? [.. hosts.Skip(First).Take((int)Math.Min((long)last - First + 1, hosts.Count))]
                : throw new FormatException($"'{Name}[{First}:{last}]' counts backwards. Write the lower position first.");
        }

        var position = First < 0 ? hosts.Count + First : First;
        return position >= 0 && position < hosts.Count
            ? [hosts[position]]
            : throw new FormatException(
                $"'{Name}[{First}]' does not exist: positions count from 0, and '{Name}' has {hosts.Count} {(hosts.Count == 1 ? "host" : "hosts")}.");
    }

    private static bool TryNumber(Group digits, out int number) =>
        int.TryParse(digits.ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    [GeneratedRegex(
        @"\A(?<name>.+)\[(?:(?<first>-?(?:0|[1-9]\d*))|(?<first>0|[1-9]\d*)(?<several>:)(?<last>\d*))\]\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
