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

    /// <summary>Writes code as it stands; a line <c>{0}</c> is what the first of the parts writes, as far to the right.</summary>
    internal void Shape(string code, params Action[] parts)
    {
        foreach (var line in code.Replace("\r", "").Split('\n'))
        {
            var text = line.TrimStart(' ');
            if (text is ['{', >= '0' and <= '9', '}'])
            {
                var depth = (line.Length - text.Length) / IndentSize;
                _depth += depth;
                parts[text[1] - '0']();
                _depth -= depth;
            }
            else
            {
                Line(line);
            }
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
