using System.Globalization;

namespace Playbooks.Output;

/// <summary>Durations as text for people.</summary>
internal static class Durations
{
    /// <summary><c>0.4 s</c>, <c>20 s</c>, <c>4 min 30 s</c>, <c>2 h 5 min</c>, <c>1 d 3 h</c>.</summary>
    internal static string Text(TimeSpan duration)
    {
        var seconds = Math.Round(duration.TotalSeconds, 1, MidpointRounding.AwayFromZero);
        if (seconds < 60)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{seconds:0.#} s");
        }

        var whole = (long)Math.Round(duration.TotalSeconds, MidpointRounding.AwayFromZero);
        return whole switch
        {
            < 3600 => Two(whole / 60, "min", whole % 60, "s"),
            < 86400 => Two(whole / 3600, "h", whole % 3600 / 60, "min"),
            _ => Two(whole / 86400, "d", whole % 86400 / 3600, "h"),
        };
    }

    private static string Two(long large, string largeUnit, long small, string smallUnit) =>
        small == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{large} {largeUnit}")
            : string.Create(CultureInfo.InvariantCulture, $"{large} {largeUnit} {small} {smallUnit}");
}
