using System.Runtime.CompilerServices;
using System.Text;

namespace Playbooks.Generator.Emission;

/// <summary>
/// Code that is written as it will look in the file: a value is indented as far as its hole, and a line with nothing but an empty hole is
/// omitted.
/// </summary>
[InterpolatedStringHandler]
internal sealed class Code
{
    private readonly StringBuilder _text;
    private bool _mayLeaveOut;

    public Code(int literalLength, int holes) => _text = new(literalLength + (holes * 64));

    internal static string Of(Code code) => code.ToString();

    /// <summary>Returns the items with an empty line between them, without empty items.</summary>
    internal static string Paragraphs(params IEnumerable<string> items) => string.Join("\n\n", items.Where(item => item.Length > 0));

    /// <summary>Returns one item per line.</summary>
    internal static string Lines(IEnumerable<string> items) => string.Join("\n", items);

    /// <summary>Returns one item per line, with commas between them.</summary>
    internal static string Listed(IEnumerable<string> items) => string.Join(",\n", items);

    public void AppendLiteral(string text)
    {
        text = text.Replace("\r", "");
        if (_mayLeaveOut && text.StartsWith("\n", StringComparison.Ordinal))
        {
            _text.Length -= Line().Length;
            text = text.Substring(1);
        }

        _mayLeaveOut = false;
        _text.Append(text);
    }

    public void AppendFormatted(string code)
    {
        var line = Line();
        _mayLeaveOut = code.Length == 0 && string.IsNullOrWhiteSpace(line);
        var indent = line.Substring(0, line.Length - line.TrimStart(' ').Length);
        var first = true;
        foreach (var next in code.Replace("\r", "").Split('\n'))
        {
            _text.Append(first ? "" : "\n").Append(first || next.Length == 0 ? "" : indent).Append(next);
            first = false;
        }
    }

    public override string ToString()
    {
        var length = _mayLeaveOut ? _text.Length - Line().Length - 1 : _text.Length;
        return length < 0 ? "" : _text.ToString(0, length);
    }

    /// <summary>The text of the last line so far.</summary>
    private string Line()
    {
        var start = _text.Length;
        while (start > 0 && _text[start - 1] != '\n')
        {
            start--;
        }

        return _text.ToString(start, _text.Length - start);
    }
}
