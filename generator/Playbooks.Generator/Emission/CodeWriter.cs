using System.Text;

namespace Playbooks.Generator.Emission;

/// <summary>Writes indented lines.</summary>
internal sealed class CodeWriter
{
    private const int IndentSize = 4;

    private readonly StringBuilder _text = new();
    private int _depth;

    internal void Line(string text = "")
    {
        if (text.Length > 0)
        {
            _text.Append(' ', _depth * IndentSize).Append(text);
        }

        _text.Append('\n');
    }

    internal void Lines(string text)
    {
        foreach (var line in text.Replace("\r", "").Split('\n'))
        {
            Line(line);
        }
    }

    internal void Open(string head)
    {
        Lines(head);
        Line("{");
        _depth++;
    }

    internal void Close(string end = "")
    {
        _depth--;
        Line("}" + end);
    }

    internal void Indent() => _depth++;

    internal void Outdent() => _depth--;

    public override string ToString() => _text.ToString();
}
