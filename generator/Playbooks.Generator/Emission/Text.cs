using Microsoft.CodeAnalysis.CSharp;

namespace Playbooks.Generator.Emission;

/// <summary>Text as it stands in code and in documentation.</summary>
internal static class Text
{
    internal static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    internal static string Literal(bool flag) => flag ? "true" : "false";

    internal static string Xml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");
}
