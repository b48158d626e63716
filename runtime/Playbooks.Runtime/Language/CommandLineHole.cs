using System.Collections;
using System.Globalization;

namespace Playbooks;

/// <summary>A hole of a command line: an argument, or a sequence of arguments.</summary>
/// <param name="Values">The arguments.</param>
/// <param name="IsSequence">Whether it was a sequence.</param>
/// <param name="IsSecret">Whether nobody may be shown them.</param>
internal sealed record CommandLineHole(IReadOnlyList<string> Values, bool IsSequence, bool IsSecret) : CommandLinePart
{
    internal static CommandLineHole Of<T>(T value, string? format)
    {
        var isSequence = value is IEnumerable and not string;
        var items = isSequence ? [.. ((IEnumerable)value!).Cast<object?>()] : new object?[] { value };
        return new(items.Select(item => Text(item, format)).ToArray(), isSequence, items.Any(item => item is Secret));
    }

    /// <summary>The format in which an option is given a value, where that is not how .NET writes it.</summary>
    private static string? Usual(object value) => value switch
    {
        DateOnly => "yyyy-MM-dd",
        TimeOnly time => time.Ticks % TimeSpan.TicksPerMinute == 0 ? "HH:mm" : "HH:mm:ss.FFFFFFF",
        DateTime => "yyyy-MM-ddTHH:mm:ss.FFFFFFFK",
        DateTimeOffset => "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz",
        _ => null,
    };

    private static string Text(object? value, string? format)
    {
        var text = value switch
        {
            null => "",
            bool flag => flag ? "true" : "false",
            Secret secret => secret.Text,
            IFormattable formattable => formattable.ToString(format ?? Usual(value), CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
        ShellText.RefuseNul(text);
        return text;
    }
}
