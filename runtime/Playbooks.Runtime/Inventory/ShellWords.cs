using System.Text;

namespace Playbooks;

/// <summary>
/// The words of an inventory's line, split as Ansible does: quotes as in a shell, and a <c>#</c> outside of quotes ends the line. So does a
/// <c>;</c> that begins a word, which Ansible refuses.
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

    /// <summary>The words.</summary>
    internal IReadOnlyList<string> Words => _words;

    /// <summary>Whether the last word ends where a <c>#</c> follows without a space, which makes a comment of what may be a part of the word.</summary>
    internal bool IsCut { get; private set; }

    /// <summary>Whether a word has lost a backslash before a letter or a digit, which may be a part of a name.</summary>
    internal bool HasLostBackslash(int word) => _unescaped.Contains(word);

    /// <summary>Splits a line.</summary>
    /// <exception cref="FormatException">A quote is not closed, or a backslash is the last character.</exception>
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

    /// <summary>Takes what stands in quotes.</summary>
    /// <returns>Where the quote is closed.</returns>
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

        throw new FormatException($"a quote {quote} is not closed");
    }
}
