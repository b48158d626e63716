using System.Collections;
using System.Globalization;

namespace Playbooks;

/// <summary>A hole of a command line: one argument, or a sequence of arguments.</summary>
/// <param name="Values">The arguments.</param>
/// <param name="IsSequence">Whether the value is a sequence.</param>
/// <param name="IsSecret">Whether the value must not be shown.</param>
internal sealed record CommandLineHole(IReadOnlyList<string> Values, bool IsSequence, bool IsSecret) : CommandLinePart
{
    /// <summary>What a reader of a shell line needs to know about the hole.</summary>
    internal ShellHole ForShell => new(!IsSequence && IsWholeNumber(Values[0]), IsSequence);

    internal static CommandLineHole Of<T>(T value, string? format)
    {
        var isSequence = value is IEnumerable and not string;
        var items = isSequence ? [.. ((IEnumerable)value!).Cast<object?>()] : new object?[] { value };
        return new(items.Select(item => Text(item, format)).ToArray(), isSequence, items.Any(item => item is Secret));
    }

    /// <summary>Returns the quoted text of the hole for a shell line.</summary>
    internal string Quoted(ShellQuoting quoting)
    {
        var text = quoting.Place switch
        {
            // An empty sequence becomes a space, so that the characters around it do not form one operator.
            ShellFrameKind.Commands => Values.Count == 0 ? " " : string.Join(' ', Values.Select(ShellText.Quote)),
            ShellFrameKind.SingleQuotes => ShellText.Inside(Values[0]),
            ShellFrameKind.DoubleQuotes => ShellText.Escape(Values[0], "$`\"\\"),
            ShellFrameKind.Arithmetic => Values[0].StartsWith('-') ? " " + Values[0] : Values[0],
            _ => "",
        };
        for (var level = 0; level < quoting.Backquotes; level++)
        {
            text = ShellText.Escape(text, "$`\\");
        }

        return text;
    }

    private static bool IsWholeNumber(string value) =>
        value.AsSpan(value.StartsWith('-') ? 1 : 0) is { Length: > 0 } digits && !digits.ContainsAnyExceptInRange('0', '9');

    /// <summary>Returns the value in the format that options usually expect, if that differs from .NET's format.</summary>
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
