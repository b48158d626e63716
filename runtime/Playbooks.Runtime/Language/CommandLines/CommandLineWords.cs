using System.Text;

namespace Playbooks;

/// <summary>Splits a command line into the words of a program and its arguments, as POSIX does, but expands nothing.</summary>
/// <remarks>The compiler's rules use this too.</remarks>
internal sealed class CommandLineWords
{
    private const char None = '\0';

    private readonly List<string> _words = [];
    private readonly StringBuilder _outline = new();
    private StringBuilder? _word;
    private char _quote;
    private int _quoteAt;
    private bool _escaped;
    private bool _afterSequence;

    /// <summary>Whether the next character is outside of quotes and not after a backslash.</summary>
    internal bool IsPlain => _quote == None && !_escaped;

    internal void Read(string text)
    {
        foreach (var c in text)
        {
            Read(c);
            _outline.Append(c);
        }
    }

    /// <summary>Reads a hole: one argument, or a sequence of arguments.</summary>
    internal void Read(IReadOnlyList<string> values, bool isSequence)
    {
        ReadHole(values, isSequence);
        _outline.Append("{…}");
    }

    /// <exception cref="FormatException">A quote is not closed, or there is no program.</exception>
    internal IReadOnlyList<string> End()
    {
        if (_quote != None)
        {
            throw new FormatException(
                $"The {_quote} at character {_quoteAt + 1} of the command line `{_outline}` is not closed.");
        }

        if (_escaped)
        {
            throw new FormatException($"The command line `{_outline}` ends with a backslash: write two backslashes to get one.");
        }

        EndWord();
        if (_words.Count == 0)
        {
            throw new FormatException("The command line is empty.");
        }

        return _words[0] switch
        {
            "" => throw new FormatException($"The program's name is empty in the command line `{_outline}`."),
            var program when program[0] == '-' => throw new FormatException(
                $"The program's name begins with a dash in the command line `{_outline}`: write ./ before the name."),
            _ => _words,
        };
    }

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\n';

    private void Read(char c)
    {
        if (_afterSequence && !IsBlank(c))
        {
            throw Touching();
        }

        _afterSequence = false;
        if (_escaped)
        {
            ReadEscaped(c);
        }
        else if (_quote == None)
        {
            ReadPlain(c);
        }
        else if (c == _quote)
        {
            _quote = None;
        }
        else if (c == '\\' && _quote == '"')
        {
            _escaped = true;
        }
        else
        {
            Word().Append(c);
        }
    }

    private void ReadEscaped(char c)
    {
        _escaped = false;
        if (c == '\n')
        {
            return;
        }

        // Inside double quotes, a backslash escapes only these characters.
        if (_quote == '"' && c is not ('$' or '`' or '"' or '\\'))
        {
            Word().Append('\\');
        }

        Word().Append(c);
    }

    private void ReadPlain(char c)
    {
        if (IsBlank(c))
        {
            EndWord();
        }
        else if (c == '\\')
        {
            _escaped = true;
        }
        else if (c is '\'' or '"')
        {
            Word();
            _quote = c;
            _quoteAt = _outline.Length;
        }
        else
        {
            Word().Append(c);
        }
    }

    private void ReadHole(IReadOnlyList<string> values, bool isSequence)
    {
        if (_escaped)
        {
            throw new FormatException($"A backslash comes directly before the value in braces after `{_outline}`: write two backslashes to get one.");
        }

        if (_afterSequence || (isSequence && (_quote != None || _word is not null)))
        {
            throw Touching();
        }

        if (isSequence)
        {
            _words.AddRange(values);
            _afterSequence = true;
        }
        else
        {
            Word().Append(values[0]);
        }
    }

    private FormatException Touching() => new(
        $"The sequence in `{_outline}` is inside quotes or beside other text, but each item must be an argument of its own: " +
        "write blanks and no quotes around the sequence. To add text to each item, use the method Select.");

    private StringBuilder Word() => _word ??= new();

    private void EndWord()
    {
        if (_word is not null)
        {
            _words.Add(_word.ToString());
            _word = null;
        }
    }
}
