using System.Globalization;

namespace Playbooks;

/// <summary>Expands names with ranges: <c>web[01:20]</c>, <c>web[01:20:2]</c>, <c>db-[a:f]</c>. Several ranges in one name give all combinations.</summary>
internal static class HostRange
{
    private const int Most = 100_000;
    private const int MostRanges = 10;

    /// <summary>Returns the names, in order. A name without a range stays as it is.</summary>
    /// <exception cref="FormatException">A range is malformed.</exception>
    internal static IReadOnlyList<string> Expand(string text)
    {
        if (text.AsSpan().IndexOfAny('[', ']') < 0)
        {
            return [text];
        }

        List<string> names = [""];
        var ranges = 0;
        while (text.AsSpan().IndexOfAny('[', ']') >= 0)
        {
            var open = text.AsSpan().IndexOf('[');
            var close = text.AsSpan().IndexOf(']');
            if (open < 0 || close < open)
            {
                throw new FormatException(close < 0 ? "the ']' of the range is missing" : "the '[' of the range is missing");
            }

            if (++ranges > MostRanges)
            {
                throw new FormatException($"the name has more than {MostRanges} ranges");
            }

            names = [.. Combinations(names, text[..open], text[(open + 1)..close]).Take(Most + 1)];
            if (names.Count > Most)
            {
                throw new FormatException($"the ranges create more than {Most:N0} names");
            }

            text = text[(close + 1)..];
        }

        return names.ConvertAll(name => name + text);
    }

    private static IEnumerable<string> Combinations(List<string> names, string between, string range) =>
        from name in names
        from value in Values(range)
        select name + between + value;

    private static IEnumerable<string> Values(string range)
    {
        var parts = range.Split(':');
        if (parts.Length is not (2 or 3) || parts[1].Length == 0)
        {
            throw Malformed(range, "a range is [first:last] or [first:last:step]");
        }

        var step = 1;
        if (parts.Length == 3 && (!TryNumber(parts[2], out step) || step < 1))
        {
            throw Malformed(range, "the step must be a whole number, at least 1");
        }

        if (parts[0].Length == 1 && parts[1].Length == 1 && char.IsAsciiLetter(parts[0][0]) && char.IsAsciiLetter(parts[1][0]))
        {
            return Letters(range, parts[0][0], parts[1][0], step);
        }

        return Numbers(range, parts[0].Length == 0 ? "0" : parts[0], parts[1], step);
    }

    private static IEnumerable<string> Letters(string range, char first, char last, int step)
    {
        if (char.IsLower(first) != char.IsLower(last) || first > last)
        {
            throw Malformed(range, "both letters must have the same case and be in alphabetical order");
        }

        return Rising(first, last, step, value => ((char)value).ToString());
    }

    private static IEnumerable<string> Numbers(string range, string first, string last, int step)
    {
        if (!TryNumber(first, out var from) || !TryNumber(last, out var to))
        {
            throw Malformed(range, "both ends must be numbers, or both must be letters");
        }

        if (from > to)
        {
            throw Malformed(range, "the first number is greater than the last");
        }

        var width = first.Length > 1 && first[0] == '0' ? first.Length : 0;
        if (width > 0 && last.Length != width)
        {
            throw Malformed(range, "numbers with leading zeros must have the same number of digits");
        }

        return Rising(from, to, step, value => value.ToString(CultureInfo.InvariantCulture).PadLeft(width, '0'));
    }

    private static IEnumerable<string> Rising(long first, long last, long step, Func<long, string> text)
    {
        for (var value = first; value <= last; value += step)
        {
            yield return text(value);
        }
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static FormatException Malformed(string range, string why) => new($"the range [{range}] is not valid: {why}");
}
