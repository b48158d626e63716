using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace Playbooks.Generator.Emission;

/// <summary>Writes text into code and documentation.</summary>
internal static class Text
{
    internal static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    internal static string Literal(bool flag) => flag ? "true" : "false";

    internal static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Returns a list with one item per line.</summary>
    internal static string List(IEnumerable<string> items) => items.ToList() is { Count: > 0 } list
        ? Code.Of($"""
            [
                {Code.Listed(list)},
            ]
            """)
        : "[]";

    /// <summary>Whether a text of the user can be a name in code.</summary>
    internal static bool IsName(string text) => SyntaxFacts.IsValidIdentifier(text);

    /// <summary>Returns a text in one line, without any kind of line end, so that it cannot leave the comment around it.</summary>
    internal static string Xml(string text) => Line(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");

    private static string Line(string text) =>
        new(text.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter).ToArray());
}
