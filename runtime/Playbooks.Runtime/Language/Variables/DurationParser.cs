using System.Globalization;

namespace Playbooks;

/// <summary>Parses durations as people write them: <c>90</c> or <c>90s</c>, <c>5m</c>, <c>2h</c>, <c>1d</c>, or .NET's <c>1.12:00:00</c>.</summary>
internal static class DurationParser
{
    /// <exception cref="FormatException">The text is not a duration.</exception>
    /// <exception cref="OverflowException">The duration is too long.</exception>
    internal static TimeSpan Parse(string text)
    {
        var unit = text.Length == 0 ? ' ' : text[^1];
        var seconds = unit switch
        {
            'd' => 86400,
            'h' => 3600,
            'm' => 60,
            _ => 1,
        };
        var number = char.IsAsciiDigit(unit) ? text : text[..^Math.Min(1, text.Length)];
        return (char.IsAsciiDigit(unit) || unit is 's' or 'm' or 'h' or 'd')
            && double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? TimeSpan.FromSeconds(value * seconds)
            : TimeSpan.Parse(text, CultureInfo.InvariantCulture);
    }
}
