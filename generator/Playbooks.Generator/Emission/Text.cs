using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace Playbooks.Generator.Emission;

/// <summary>Text as it stands in code and in documentation.</summary>
internal static class Text
{
    internal static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    internal static string Literal(bool flag) => flag ? "true" : "false";

    internal static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A list, an item a line.</summary>
    internal static string List(IEnumerable<string> items) => items.ToList() is { Count: > 0 } list
        ? Code.Of($"""
            [
                {Code.Listed(list)},
            ]
            """)
        : "[]";

    /// <summary>Whether a text that the user has chosen can stand in code as a name.</summary>
    internal static bool IsName(string text) => SyntaxFacts.IsValidIdentifier(text);

    /// <summary>In one line, whatever ends lines: nobody's text leaves the comment that it stands in.</summary>
    internal static string Xml(string text) => Line(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");

    private static string Line(string text) =>
        new(text.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter).ToArray());
}
