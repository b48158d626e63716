using System.Globalization;

namespace Playbooks.Connections;

/// <summary>Parses answers of hosts. They are untrusted data: whatever they contain, parsing throws nothing but <see cref="FormatException"/>.</summary>
internal static class HostAnswer
{
    private const int MostShown = 200;

    // The limits are far beyond real values, and far below the overflow of times: the year 3000, and thirty years.
    private const double LastTime = 32_503_680_000;
    private const double LongestDuration = 1e9;

    /// <summary>Creates the exception for an answer that cannot be parsed.</summary>
    /// <param name="question">The request, such as <c>The look at a job</c>.</param>
    /// <param name="answer">The host's answer.</param>
    internal static FormatException Unreadable(string question, string answer) =>
        new($"The host sent an invalid answer ({question}): '{(answer.Length > MostShown ? $"{answer[..MostShown]}…" : answer)}'.");

    /// <summary>Parses a number without a sign.</summary>
    /// <exception cref="FormatException">The text is not such a number.</exception>
    internal static long Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Unreadable("number", text);

    /// <summary>Parses seconds since 1970 as a time.</summary>
    /// <exception cref="FormatException">The text is not such a time.</exception>
    internal static DateTimeOffset Time(string seconds) => Time((double)Number(seconds)) ?? throw Unreadable("time", seconds);

    /// <summary>Converts seconds since 1970 to a time; returns <see langword="null"/> if the number cannot come from a clock.</summary>
    internal static DateTimeOffset? Time(double seconds) => seconds is >= 0 and <= LastTime ? DateTimeOffset.UnixEpoch.AddSeconds(seconds) : null;

    /// <summary>Parses seconds as a duration.</summary>
    /// <exception cref="FormatException">The text is not such a duration.</exception>
    internal static TimeSpan Duration(string seconds) =>
        double.TryParse(seconds, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && Duration(number) is { } duration
            ? duration
            : throw Unreadable("duration", seconds);

    /// <summary>Converts seconds to a duration; returns <see langword="null"/> if it is unrealistically long.</summary>
    internal static TimeSpan? Duration(double seconds) => seconds is >= 0 and <= LongestDuration ? TimeSpan.FromSeconds(seconds) : null;
}
