using System.Text;

namespace Playbooks.TestRun.Tests;

/// <summary>What is printed, to be read while more is.</summary>
internal sealed class SharedOutput : TextWriter
{
    private readonly StringBuilder _text = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        lock (_text)
        {
            _text.Append(value);
        }
    }

    public override string ToString()
    {
        lock (_text)
        {
            return _text.ToString();
        }
    }

    internal void Clear()
    {
        lock (_text)
        {
            _text.Clear();
        }
    }
}
