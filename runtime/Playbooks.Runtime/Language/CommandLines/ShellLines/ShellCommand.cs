using System.Text;

namespace Playbooks;

/// <summary>
/// One command of a line, as far as it was read: splits it into words without quotes, in which a mark stands for each hole that is no number.
/// </summary>
/// <param name="evaluation">Takes what is evaluated.</param>
internal sealed class ShellCommand(ShellEvaluation evaluation)
{
    /// <summary>Why no hole can be in a subscript.</summary>
    internal const string Subscript = "is in a subscript, which shells evaluate: assign it to a shell variable first, and check the variable";

    private readonly List<string> _words = [];
    private readonly StringBuilder _word = new();
    private readonly StringBuilder _printed = new();
    private bool _isWord;
    private bool _afterAmpersand;
    private int _patterns;
    private string _redirection = "";
    private string? _array;

    /// <summary>What its commands have printed of holes and variables.</summary>
    internal string Printed => _printed.ToString();

    /// <summary>Whether a subscript at its beginning is open.</summary>
    internal bool IsSubscript { get; private set; }

    private bool IsTest => ShellCommandName.Command(_words) is ["[[", ..];

    /// <summary>Takes text of a word, whatever it is.</summary>
    internal void TakeText(string text)
    {
        if (IsSubscript && text.IndexOfAny(['\n', ']']) is >= 0)
        {
            LoseSubscript();
        }

        EndAmpersand();
        _word.Append(text);
        _isWord = true;
    }

    /// <summary>Takes a character outside of quotes.</summary>
    internal void Take(char c)
    {
        if (_afterAmpersand && c == '>')
        {
            // Of &> bash makes a redirection, and other shells the end of a command.
            _afterAmpersand = false;
            _redirection = ">";
            return;
        }

        EndAmpersand();
        switch (c)
        {
            case ']' when IsSubscript:
                IsSubscript = false;
                TakeText("]");
                break;
            case ' ' or '\t' or '\n' or ';' or '|' or '(' or ')' or '&' or '<' or '>':
                TakeBlankOrOperator(c);
                break;
            case '[' when _isWord && _array is null && ShellNames.IsName(_word.ToString()) && ShellCommandName.MayAssign(_words):
                TakeText("[");
                IsSubscript = true;
                break;
            default:
                TakeText(c.ToString());
                break;
        }
    }

    /// <summary>Takes what stands for a hole.</summary>
    internal void TakeHole(string mark)
    {
        if (_array is not null && _word.Length > 0 && _word[0] == '[')
        {
            evaluation.Refuse(mark, Subscript);
        }

        TakeText(mark);
    }

    /// <summary>The command is over.</summary>
    /// <param name="isPiped">Whether another reads what it prints.</param>
    internal void End(bool isPiped = false)
    {
        _afterAmpersand = false;
        EndWord();
        var printed = new ShellJudge(evaluation).Judge(_words);
        _printed.Append(' ').Append(printed);
        if (isPiped)
        {
            evaluation.Give(ShellNames.Pipe, _printed.ToString());
        }

        _words.Clear();
        _redirection = "";
        _array = null;
        _patterns = 0;
    }

    private void LoseSubscript()
    {
        IsSubscript = false;
        evaluation.Lose("is after a subscript with blanks, quotes or operators, whose end shells find differently: write the subscript without them");
    }

    private void EndAmpersand()
    {
        if (_afterAmpersand)
        {
            End();
        }
    }

    private void TakeBlankOrOperator(char c)
    {
        if (IsSubscript)
        {
            LoseSubscript();
        }

        if (_array is not null && c != ')')
        {
            EndWord();
        }
        else if (_patterns > 0 || (c == '(' && IsPattern()))
        {
            _patterns += c switch { '(' => 1, ')' => -1, _ => 0 };
            TakeText(c.ToString());
        }
        else if (c is ' ' or '\t')
        {
            EndWord();
        }
        else
        {
            TakeOperator(c);
        }
    }

    /// <summary>Whether a parenthesis belongs to a pattern of bash's, as in <c>*.@(a|b)</c>.</summary>
    private bool IsPattern() =>
        _isWord && _word.Length > 0 && _word[_word.Length - 1] is '@' or '!' or '?' or '+' or '*' && ShellCommandName.Command(_words).Count > 0;

    private void TakeOperator(char c)
    {
        if (c == '(' && _isWord && ShellNames.Assignment(_word.ToString()) is var (name, value) && value == _word.Length)
        {
            _array = name;
            _words.Add(_word.ToString());
            _word.Clear();
            _isWord = false;
            return;
        }

        if (c is '<' or '>' && ShellCommandName.IsDescriptor(_word.ToString()))
        {
            _word.Clear();
            _isWord = false;
        }

        var touchesWord = _isWord;
        EndWord();
        if (_array is not null)
        {
            _array = null;
        }
        else if (IsTest)
        {
            _words.Add(c.ToString());
        }
        else if (c is '<' or '>')
        {
            _redirection = c.ToString();
        }
        else if (c is '&' or '|' && !touchesWord && _redirection is "<" or ">")
        {
            _redirection += c;
        }
        else if (c == '&')
        {
            _afterAmpersand = true;
        }
        else
        {
            EndAt(c);
        }
    }

    private void EndAt(char c)
    {
        if (c == '(' && ShellCommandName.Command(_words) is [var function])
        {
            evaluation.Define(function);
            _words.Clear();
        }

        End(isPiped: c == '|');
    }

    private void EndWord()
    {
        if (!_isWord)
        {
            return;
        }

        var word = _word.ToString();
        _word.Clear();
        _isWord = false;
        if (_array is not null)
        {
            evaluation.Give(_array, word);
            if (word is ['[', ..])
            {
                evaluation.Evaluate(word.Substring(0, Math.Max(1, word.IndexOf(']'))), "is in a subscript, which shells evaluate: pass a whole number");
            }
        }
        else if (_redirection.Length > 0)
        {
            if (_redirection == ">&")
            {
                evaluation.EvaluateValue(word, "is after >&, where bash expands a word twice: write >{…} 2>&1");
            }

            else if (_redirection == "<" && word.StartsWith("$(", StringComparison.Ordinal))
            {
                evaluation.Give(ShellNames.Pipe, word);
            }

            _redirection = "";
        }
        else
        {
            _words.Add(word);
            if (word == "]]" && IsTest)
            {
                End();
            }
        }
    }
}
