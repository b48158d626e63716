using System.Text;

namespace Playbooks;

/// <summary>The meaning of characters in a shell line, independent of their place.</summary>
internal static class ShellSyntax
{
    internal static bool IsBlankOrOperator(char c) => c is ' ' or '\t' or '\n' or ';' or '&' or '|' or '<' or '>';

    internal static bool HasAt(string text, int i, string part) => string.CompareOrdinal(text, i, part, 0, part.Length) == 0;

    /// <summary>Whether <c>case</c> begins here, which unbalanced parentheses may follow.</summary>
    internal static bool IsCase(string text, int i) =>
        HasAt(text, i, "case") && (i + 4 == text.Length || IsBlankOrOperator(text[i + 4]) || text[i + 4] == '\\');

    /// <summary>Returns the text that a shell reads if this text is in backquotes.</summary>
    internal static string Decode(string text)
    {
        var decoded = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] is '$' or '`' or '\\')
            {
                i++;
            }

            decoded.Append(text[i]);
        }

        return decoded.ToString();
    }
}
