using System.Globalization;

namespace Playbooks.Connections;

/// <summary>Reads what a host has said, which is data from a stranger: whatever it is, nothing but a <see cref="FormatException"/> comes of it.</summary>
internal static class HostAnswer
{
    private const int MostShown = 200;

    // Far beyond what a clock says, and far from where the arithmetic of times ends: the year 3000, and thirty years.
    private const double LastTime = 32_503_680_000;
    private const double LongestDuration = 1e9;

    /// <summary>What is thrown where an answer is none.</summary>
    /// <param name="question">What was asked: <c>The look at a job</c>.</param>
    /// <param name="answer">What the host has said.</param>
    internal static FormatException Unreadable(string question, string answer) =>
        new($"{question} was answered with what is no answer: '{(answer.Length > MostShown ? $"{answer[..MostShown]}…" : answer)}'.");

    /// <summary>A number without a sign.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    internal static long Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Unreadable("A number", text);

    /// <summary>Seconds since 1970 as a time.</summary>
    /// <exception cref="FormatException">They are none.</exception>
    internal static DateTimeOffset Time(string seconds) => Time((double)Number(seconds)) ?? throw Unreadable("A time", seconds);

    /// <summary>Seconds since 1970 as a time; <see langword="null"/> where no clock says so.</summary>
    internal static DateTimeOffset? Time(double seconds) => seconds is >= 0 and <= LastTime ? DateTimeOffset.UnixEpoch.AddSeconds(seconds) : null;

    /// <summary>Seconds as a duration.</summary>
    /// <exception cref="FormatException">They are none.</exception>
    internal static TimeSpan Duration(string seconds) =>
        double.TryParse(seconds, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && Duration(number) is { } duration
            ? duration
            : throw Unreadable("A duration", seconds);

    /// <summary>Seconds as a duration; <see langword="null"/> where nothing takes that long.</summary>
    internal static TimeSpan? Duration(double seconds) => seconds is >= 0 and <= LongestDuration ? TimeSpan.FromSeconds(seconds) : null;
}
