using System.Runtime.CompilerServices;
using System.Text;

namespace Playbooks;

/// <summary>
/// A command line as an interpolated string. The values in it cannot change the meaning of the command line. Every <c>{hole}</c> becomes one argument, quoted
/// for the shell. A sequence becomes one argument for each item, and none if it is empty. <c>{text:raw}</c> inserts the text without quoting.
/// </summary>
/// <remarks>
/// <para>
/// Values are formatted with the invariant culture; a <c>bool</c> becomes <c>true</c> or <c>false</c>, and <see langword="null"/> one empty argument.
/// </para>
/// <para>Line ends become <c>\n</c>, even if the source file or a raw text has other line ends.</para>
/// <para>
/// Some programs, such as <c>sh -c</c>, <c>eval</c> and <c>ssh</c>, parse their arguments again as shell text. Quoting does not protect the values there.
/// </para>
/// </remarks>
/// <example><code>public Command Pack => new($"tar -czf {Archive} {Files}");</code></example>
[InterpolatedStringHandler]
public sealed class CommandLine
{
    private readonly List<CommandLinePart> _parts;

    /// <summary>Creates an empty command line; called by the compiler.</summary>
    /// <param name="literalLength">The length of the text outside of the holes.</param>
    /// <param name="formattedCount">The number of holes.</param>
    public CommandLine(int literalLength, int formattedCount) => _parts = new((2 * formattedCount) + 1);

    /// <summary>
    /// Converts a constant string to a command line. A string that is not constant does not compile (PB0011): convert it with <see cref="Parse"/> instead.
    /// </summary>
    /// <param name="text">The constant.</param>
    public static implicit operator CommandLine(string text) => Parse(text);

    /// <summary>Converts any string to a command line. Nothing in the string is quoted, so use this method only for text that you trust.</summary>
    /// <param name="text">The command line.</param>
    /// <exception cref="FormatException">The text contains a NUL character.</exception>
    public static CommandLine Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = new CommandLine(text.Length, 0);
        line.AppendLiteral(text);
        return line;
    }

    /// <summary>Adds text; called by the compiler.</summary>
    /// <param name="value">The text.</param>
    /// <exception cref="FormatException">The text contains a NUL character.</exception>
    public void AppendLiteral(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        AppendText(value);
    }

    /// <summary>Adds a hole; called by the compiler.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value: one argument, or a sequence of arguments.</param>
    /// <exception cref="FormatException">The value contains a NUL character.</exception>
    public void AppendFormatted<T>(T value) => AppendFormatted<T>(value, null);

    /// <summary>Adds a hole whose value has no type of its own, such as <see langword="null"/>; called by the compiler.</summary>
    /// <param name="value">The value: one argument, or a sequence of arguments.</param>
    /// <param name="format">The format: <c>raw</c>, or a format of the value's type; <see langword="null"/> if there is no format.</param>
    /// <exception cref="FormatException">
    /// The value contains a NUL character, the format does not fit the type of the value, or the format of a secret is <c>raw</c>.
    /// </exception>
    public void AppendFormatted(object? value, string? format = null) => AppendFormatted<object?>(value, format);

    /// <summary>Adds a hole with a format; called by the compiler.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value: one argument, or a sequence of arguments.</param>
    /// <param name="format">
    /// <c>raw</c> adds the value without quoting. Any other format is one of the value's type, as in <see cref="string.Format(string, object)"/>.
    /// </param>
    /// <exception cref="FormatException">
    /// The value contains a NUL character, the format does not fit the type of the value, or the format of a secret is <c>raw</c>.
    /// </exception>
    public void AppendFormatted<T>(T value, string? format)
    {
        if (format == "raw")
        {
            var hole = CommandLineHole.Of(value, null);
            AppendText(hole.IsSecret
                ? throw new FormatException(
                    "A secret cannot have the format 'raw': the secret would become part of the command line's text and could not be masked.")
                : string.Join(' ', hole.Values));
        }
        else
        {
            _parts.Add(CommandLineHole.Of(value, format));
        }
    }

    /// <summary>
    /// Returns the command line for display, with three asterisks for each secret. Do not pass this text to a shell; use <see cref="ToShell"/> instead.
    /// </summary>
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

    /// <summary>Whether the command line contains a <see cref="Secret"/>.</summary>
    public bool HasSecrets => _parts.Any(part => part is CommandLineHole { IsSecret: true });

    /// <summary>Splits the command line into the words of a program and its arguments, as POSIX does. Quotes are honoured; nothing is expanded.</summary>
    /// <exception cref="FormatException">A quote is not closed, there is no word, or a sequence is part of a longer word.</exception>
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

    /// <summary>
    /// Returns the command line for a shell. The text is unchanged, and every hole is quoted for the place where it stands. Secrets are not masked.
    /// </summary>
    /// <exception cref="FormatException">A hole stands where no value can be quoted safely.</exception>
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
            var hole = quotings.Count == 1 ? "the value in braces" : $"value {refusal.Hole + 1} in braces";
            throw new FormatException($"In the command line `{outline}`, {hole} {refusal.Reason}.");
        }

        return string.Concat(_parts.Select(part => part is CommandLineText literal ? literal.Value : ((CommandLineHole)part).Quoted(quotings.Dequeue())));
    }

    /// <summary>Returns a copy in which an argument replaces a word of the text; <see langword="null"/> if the text does not contain the word.</summary>
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
