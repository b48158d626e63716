using System.Collections;
using System.Globalization;

namespace Playbooks;

/// <summary>A hole of a command line: an argument, or a sequence of arguments.</summary>
internal sealed record CommandLineHole(IReadOnlyList<string> Values, bool IsSequence) : CommandLinePart
{
    internal static CommandLineHole Of<T>(T value, string? format) =>
        value is IEnumerable items and not string
            ? new(items.Cast<object?>().Select(item => Text(item, format)).ToArray(), IsSequence: true)
            : new([Text(value, format)], IsSequence: false);

    private static string Text(object? value, string? format)
    {
        var text = value switch
        {
            null => "",
            bool flag => flag ? "true" : "false",
            IFormattable formattable => formattable.ToString(format, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
        ShellText.RefuseNul(text);
        return text;
    }
}
