using System.Runtime.CompilerServices;
using System.Text;

namespace Playbooks;

/// <summary>
/// A command line whose holes are data: every <c>{hole}</c> is one argument, quoted for the shell, whatever it contains;
/// a sequence becomes one argument an item, and none if it is empty; <c>{text:raw}</c> opts out.
/// </summary>
/// <remarks>
/// Values are written culture-invariantly, <c>bool</c> as <c>true</c> and <c>false</c>, <see langword="null"/> as one empty argument.
/// Line ends in the text are <c>\n</c>, whatever the source file or a raw text has.
/// What a program does with its arguments is its own affair: <c>sh -c</c>, <c>eval</c> and <c>ssh</c> read theirs as text again.
/// </remarks>
/// <example><code>public Command Pack => new($"tar -czf {Archive} {Files}");</code></example>
[InterpolatedStringHandler]
public sealed class CommandLine
{
    private readonly List<CommandLinePart> _parts;

    /// <summary>Begins a command line; called by the compiler.</summary>
    /// <param name="literalLength">The length of the text outside of the holes.</param>
    /// <param name="formattedCount">The number of holes.</param>
    public CommandLine(int literalLength, int formattedCount) => _parts = new((2 * formattedCount) + 1);

    /// <summary>Takes a constant as a command line; anything else does not compile (PB0011), see <see cref="Parse"/>.</summary>
    /// <param name="text">The constant.</param>
    public static implicit operator CommandLine(string text) => Parse(text);

    /// <summary>Takes a text from elsewhere as a command line, on purpose: nothing in it is quoted.</summary>
    /// <param name="text">The command line.</param>
    /// <exception cref="FormatException">It contains a NUL character.</exception>
    public static CommandLine Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = new CommandLine(text.Length, 0);
        line.AppendLiteral(text);
        return line;
    }

    /// <summary>Adds text; called by the compiler.</summary>
    /// <param name="value">The text.</param>
    /// <exception cref="FormatException">It contains a NUL character.</exception>
    public void AppendLiteral(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        AppendText(value);
    }

    /// <summary>Adds a hole; called by the compiler.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value: one argument, or a sequence of arguments.</param>
    /// <exception cref="FormatException">It contains a NUL character.</exception>
    public void AppendFormatted<T>(T value) => AppendFormatted<T>(value, null);

    /// <summary>Adds a hole without a type of its own, such as <see langword="null"/>; called by the compiler.</summary>
    /// <param name="value">The value: one argument, or a sequence of arguments.</param>
    /// <param name="format">As in the other overload.</param>
    /// <exception cref="FormatException">It contains a NUL character, or the format is none of the value's.</exception>
    public void AppendFormatted(object? value, string? format = null) => AppendFormatted<object?>(value, format);

    /// <summary>Adds a hole with a format; called by the compiler.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value: one argument, or a sequence of arguments.</param>
    /// <param name="format"><c>raw</c> adds the value as text; any other is the value's own, as in <see cref="string.Format(string, object)"/>.</param>
    /// <exception cref="FormatException">It contains a NUL character, the format is none of the value's, or a secret is to be raw.</exception>
    public void AppendFormatted<T>(T value, string? format)
    {
        if (format == "raw")
        {
            var hole = CommandLineHole.Of(value, null);
            AppendText(hole.IsSecret
                ? throw new FormatException("A secret cannot be raw in a command line: nobody could tell it from the text around it.")
                : string.Join(' ', hole.Values));
        }
        else
        {
            _parts.Add(CommandLineHole.Of(value, format));
        }
    }

    /// <summary>The command line for people. It is not for a shell.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var part in _parts)
        {
            text.Append(part switch
            {
                CommandLineText literal => literal.Value,
                CommandLineHole { IsSecret: true } => "***",
                CommandLineHole hole => string.Join(' ', hole.Values.Select(ShellText.QuoteIfNeeded)),
                _ => "",
            });
        }

        return text.ToString();
    }

    /// <summary>Whether there is a <see cref="Secret"/> in it.</summary>
    public bool HasSecrets => _parts.Any(part => part is CommandLineHole { IsSecret: true });

    /// <summary>The words of a program and its arguments: the text split as POSIX does, quotes honoured, nothing expanded.</summary>
    /// <exception cref="FormatException">A quote is not closed, there is no word, or a sequence is part of one.</exception>
    internal IReadOnlyList<string> ToWords()
    {
        var words = new CommandLineWords();
        foreach (var part in _parts)
        {
            if (part is CommandLineText literal)
            {
                words.Read(literal.Value);
            }
            else if (part is CommandLineHole hole)
            {
                words.Read(hole.Values, hole.IsSequence);
            }
        }

        return words.End();
    }

    /// <summary>A line for a shell: the text as it is, every hole quoted for where it stands.</summary>
    /// <exception cref="FormatException">A hole stands where nothing can be quoted safely.</exception>
    public string ToShell()
    {
        var line = new ShellLine();
        var quotings = new Queue<ShellQuoting>();
        foreach (var part in _parts)
        {
            if (part is CommandLineText literal)
            {
                line.Read(literal.Value);
            }
            else if (part is CommandLineHole hole)
            {
                quotings.Enqueue(line.Take(hole.ForShell));
            }
        }

        if (line.End() is [var refusal, ..])
        {
            var outline = string.Concat(_parts.Select(part => part is CommandLineText literal ? literal.Value : "{…}"));
            throw new FormatException($"In the command line `{outline}`, {(quotings.Count == 1 ? "the hole" : $"hole {refusal.Hole + 1}")} {refusal.Reason}.");
        }

        return string.Concat(_parts.Select(part => part is CommandLineText literal ? literal.Value : ((CommandLineHole)part).Quoted(quotings.Dequeue())));
    }

    /// <summary>The same with an argument where a word stands in its text; <see langword="null"/> where it stands nowhere.</summary>
    internal CommandLine? With(string word, string argument)
    {
        var line = new CommandLine(0, 0);
        foreach (var part in _parts)
        {
            var texts = part is CommandLineText literal ? literal.Value.Split(word) : [];
            for (var i = 0; i < texts.Length; i++)
            {
                if (i > 0)
                {
                    line.AppendFormatted(argument);
                }

                line.AppendText(texts[i]);
            }

            if (texts.Length == 0)
            {
                line._parts.Add(part);
            }
        }

        return _parts.Any(part => part is CommandLineText literal && literal.Value.Contains(word, StringComparison.Ordinal)) ? line : null;
    }

    private void AppendText(string text)
    {
        ShellText.RefuseNul(text);
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        if (_parts is [.., CommandLineText last])
        {
            _parts[^1] = new CommandLineText(last.Value + text);
        }
        else
        {
            _parts.Add(new CommandLineText(text));
        }
    }
}
