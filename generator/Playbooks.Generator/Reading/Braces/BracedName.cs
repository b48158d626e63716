using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Playbooks.Generator.Reading.Braces;

/// <summary>A name in braces in the text of a literal.</summary>
/// <param name="Span">Its place, with its braces.</param>
/// <param name="Word">The first word within them.</param>
/// <param name="Rest">What follows the word.</param>
/// <param name="IsDouble">Whether the braces are Ansible's.</param>
internal sealed record BracedName(TextSpan Span, string Word, string Rest, bool IsDouble)
{
    /// <summary>A further brace is intended as text, and <c>${{</c> belongs to GitHub.</summary>
    private static readonly Regex _double = Pattern(@"(?<![{$])\{\{-?\s*(?<word>[A-Za-z_]\w*)(?<rest>[^{}]*?)\s*-?\}\}(?!\})");

    /// <summary>The text that can follow the first name in Ansible's expressions; Go's <c>{{range .Items}}</c> does not match.</summary>
    private static readonly Regex _expression = Pattern(@"^(?:$|[.\[(]|\s*[-|+*/~%<>=!]|\s+(?:if|is|in|and|or|not)\s)");

    /// <summary>Shells, curl, rpm, tmux and regular expressions write a sign before their braces.</summary>
    private static readonly Regex _single = Pattern(@"(?<![{$%#\\])\{(?<word>[A-Za-z_]\w*)(?<rest>(?:(?:[.\[(]|\?[.\[]|!\.)(?!\.)[^{}:]*)?(?::raw)?)\}(?!\})");

    /// <summary>Programs that replace such names themselves: <c>xargs -I{item}</c>, Python's <c>f"{item}"</c>.</summary>
    private static readonly Regex _filledElsewhere = Pattern(@"-I\s*\{|\bf\\?[""']|\.format\(");

    /// <summary>The words in braces of Go's templates, awk and git.</summary>
    private static readonly HashSet<string> _foreign = new(StringComparer.Ordinal)
    {
        "block", "define", "else", "end", "if", "print", "printf", "push", "range", "template", "upstream", "with",
    };

    /// <summary>Returns the names in braces of a literal or an interpolated string, in which double braces mean one brace.</summary>
    internal static IReadOnlyList<BracedName> In(ExpressionSyntax text) => text switch
    {
        LiteralExpressionSyntax { Token: { Text: var written } token } when written.IndexOf('{') >= 0 =>
            [.. In(_double, written, token.SpanStart), .. _filledElsewhere.IsMatch(written) ? [] : In(_single, written, token.SpanStart)],
        InterpolatedStringExpressionSyntax { StringStartToken.RawKind: (int)SyntaxKind.InterpolatedStringStartToken
            or (int)SyntaxKind.InterpolatedVerbatimStringStartToken } interpolated =>
            [.. interpolated.Contents.OfType<InterpolatedStringTextSyntax>().SelectMany(part => In(_double, part.TextToken.Text, part.SpanStart))],
        _ => [],
    };

    private static IEnumerable<BracedName> In(Regex pattern, string written, int start) => pattern.Matches(written).Cast<Match>()
        .Select(match => new BracedName(new(start + match.Index, match.Length), match.Groups["word"].Value, match.Groups["rest"].Value, pattern == _double))
        .Where(name => !_foreign.Contains(name.Word) && (!name.IsDouble || _expression.IsMatch(name.Rest)));

    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
