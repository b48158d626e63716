using System.Runtime.CompilerServices;
using System.Text;

namespace Playbooks;

/// <summary>
/// A command line whose holes are data: every <c>{hole}</c> is one argument, quoted for the shell, whatever it contains;
/// a sequence becomes one argument an item; <c>{text:raw}</c> opts out.
/// </summary>
[InterpolatedStringHandler]
public sealed class CommandLine
{
    private readonly StringBuilder _text = new();

    /// <summary>Begins a command line; called by the compiler.</summary>
    /// <param name="literalLength">The length of the text outside of the holes.</param>
    /// <param name="formattedCount">The number of holes.</param>
    public CommandLine(int literalLength, int formattedCount)
    {
    }

    /// <summary>Adds text; called by the compiler.</summary>
    /// <param name="value">The text.</param>
    public void AppendLiteral(string value) => _text.Append(value);

    /// <summary>Adds a hole; called by the compiler.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    public void AppendFormatted<T>(T value) => _text.Append(value);
}
