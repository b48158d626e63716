using System.Text;

namespace Playbooks;

/// <summary>What a shell's characters mean, wherever they stand.</summary>
internal static class ShellSyntax
{
    internal static bool IsBlankOrOperator(char c) => c is ' ' or '\t' or '\n' or ';' or '&' or '|' or '<' or '>';

    internal static bool HasAt(string text, int i, string part) => string.CompareOrdinal(text, i, part, 0, part.Length) == 0;

    /// <summary>The word that lets an unbalanced parenthesis follow.</summary>
    internal static bool IsCase(string text, int i) =>
        HasAt(text, i, "case") && (i + 4 == text.Length || IsBlankOrOperator(text[i + 4]) || text[i + 4] == '\\');

    /// <summary>What a shell reads where this stands in backquotes.</summary>
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
