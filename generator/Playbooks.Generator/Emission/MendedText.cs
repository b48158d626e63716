using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Playbooks.Generator.Emission;

/// <summary>Rewrites a text as an interpolated string, with holes instead of its braces.</summary>
internal static class MendedText
{
    /// <param name="text">The text.</param>
    /// <param name="holes">The places that become holes, in order, and the code to write there.</param>
    internal static string Of(ExpressionSyntax text, IReadOnlyList<(TextSpan Span, string Code)> holes)
    {
        if (text is not LiteralExpressionSyntax { Token: var token })
        {
            return Joined(text.ToString(), text.SpanStart, holes, part => part, braces: 1);
        }

        if (!IsRaw(token))
        {
            return "$" + Joined(token.Text, token.SpanStart, holes, part => part.Replace("{", "{{").Replace("}", "}}"), braces: 1);
        }

        // No braces at all leave the holes out. In a raw string as many braces make a hole as there are dollars: one more than stand together elsewhere.
        var others = Joined(token.Text, token.SpanStart, holes, part => part, braces: 0);
        var braces = 1 + Regex.Matches(others, "\\{+|\\}+").Cast<Match>().Select(match => match.Length).DefaultIfEmpty().Max();
        return new string('$', braces) + Joined(token.Text, token.SpanStart, holes, part => part, braces);
    }

    private static bool IsRaw(SyntaxToken token) =>
        token.IsKind(SyntaxKind.SingleLineRawStringLiteralToken) || token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken);

    private static string Joined(string written, int start, IReadOnlyList<(TextSpan Span, string Code)> holes, Func<string, string> plain, int braces)
    {
        var joined = new StringBuilder();
        var place = 0;
        foreach (var (span, code) in holes)
        {
            joined.Append(plain(written.Substring(place, span.Start - start - place)));
            joined.Append(braces == 0 ? " " : $"{new string('{', braces)}{code}{new string('}', braces)}");
            place = span.End - start;
        }

        return joined.Append(plain(written.Substring(place))).ToString();
    }
}
