using System.Globalization;
using System.Text;

namespace Playbooks.Reference;

/// <summary>A page in the making.</summary>
internal sealed class MarkdownText
{
    private readonly StringBuilder _text = new();

    internal MarkdownText(string title) => _text.Append(CultureInfo.InvariantCulture, $"{ReferencePages.Note}\n\n# {title}\n");

    internal MarkdownText Heading(string text) => Append($"\n## {text}\n");

    internal MarkdownText Paragraph(string text) => Append($"\n{text}\n");

    internal MarkdownText Code(string language, string code) => Append($"\n```{language}\n{code}\n```\n");

    /// <summary>A table; nothing where it has no rows.</summary>
    internal MarkdownText Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        var lines = rows.Select(Row).ToList();
        return lines.Count == 0 ? this : Append($"\n{Row(head)}|{string.Concat(head.Select(_ => "---|"))}\n{string.Concat(lines)}");
    }

    /// <summary>A sentence after a colon.</summary>
    internal static string Lowered(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];

    public override string ToString() => _text.ToString();

    private static string Row(IReadOnlyList<string> cells) =>
        $"|{string.Concat(cells.Select(cell => $" {cell.Replace("|", "\\|", StringComparison.Ordinal)} |"))}\n";

    private MarkdownText Append(FormattableString text)
    {
        _text.Append(text.ToString(CultureInfo.InvariantCulture));
        return this;
    }
}
