using System.Text;

namespace Playbooks;

/// <summary>
/// The words of an inventory line, split as Ansible does: with quotes as in a shell, and a <c>#</c> outside of quotes ends the line. A <c>;</c> at the
/// beginning of a word also ends the line; Ansible rejects it.
/// </summary>
internal sealed class ShellWords
{
    private readonly List<string> _words = [];
    private readonly HashSet<int> _unescaped = [];
    private readonly StringBuilder _word = new();
    private bool _isInWord;

    private ShellWords()
    {
    }

    /// <summary>The words, in order.</summary>
    internal IReadOnlyList<string> Words => _words;

    /// <summary>Whether a <c>#</c> follows the last word without a space, so that it may have cut off a part of the word.</summary>
    internal bool IsCut { get; private set; }

    /// <summary>Whether a word has lost a backslash before a letter or digit, which may have been part of a name.</summary>
    internal bool HasLostBackslash(int word) => _unescaped.Contains(word);

    /// <summary>Splits a line.</summary>
    /// <exception cref="FormatException">A quote is not closed, or the last character is a backslash.</exception>
    internal static ShellWords Split(string line)
    {
        var words = new ShellWords();
        words.Read(line);
        return words;
    }

    private void Read(string line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '#' || (c == ';' && !_isInWord))
            {
                IsCut = _isInWord;
                break;
            }

            if (char.IsWhiteSpace(c))
            {
                End();
                continue;
            }

            _isInWord = true;
            switch (c)
            {
                case '\'' or '"':
                    i = Quoted(line, i);
                    break;
                case '\\':
                    i++;
                    Escaped(i < line.Length ? line[i] : throw new FormatException("a backslash ends the line"));
                    break;
                default:
                    _word.Append(c);
                    break;
            }
        }

        End();
    }

    private void Escaped(char c)
    {
        if (char.IsLetterOrDigit(c))
        {
            _unescaped.Add(_words.Count);
        }

        _word.Append(c);
    }

    private void End()
    {
        if (_isInWord)
        {
            _words.Add(_word.ToString());
            _word.Clear();
            _isInWord = false;
        }
    }

    /// <summary>Takes quoted text.</summary>
    /// <returns>The position of the closing quote.</returns>
    private int Quoted(string line, int open)
    {
        var quote = line[open];
        for (var i = open + 1; i < line.Length; i++)
        {
            if (line[i] == quote)
            {
                return i;
            }

            if (quote == '"' && line[i] == '\\' && i + 1 < line.Length && line[i + 1] is '"' or '\\')
            {
                i++;
            }

            _word.Append(line[i]);
        }

        throw new FormatException($"the quote {quote} is not closed");
    }
}
