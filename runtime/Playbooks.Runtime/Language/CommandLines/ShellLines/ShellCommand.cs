using System.Text;

namespace Playbooks;

/// <summary>
/// One command of a line, as far as it has been read. Splits the command into words without quotes; a mark replaces each hole that is not a number.
/// </summary>
/// <param name="evaluation">Collects the text that shells evaluate.</param>
internal sealed class ShellCommand(ShellEvaluation evaluation)
{
    /// <summary>The reason why a hole cannot be in a subscript.</summary>
    internal const string Subscript =
        "is in a subscript, where shells can execute code that the value contains: assign the value to a shell variable first, and check that variable";

    private readonly List<string> _words = [];
    private readonly StringBuilder _word = new();
    private readonly StringBuilder _printed = new();
    private bool _isWord;
    private bool _afterAmpersand;
    private int _patterns;
    private string _redirection = "";
    private string? _array;

    /// <summary>The holes and variables that its commands have printed.</summary>
    internal string Printed => _printed.ToString();

    /// <summary>Whether a subscript at the beginning of the current word is open.</summary>
    internal bool IsSubscript { get; private set; }

    private bool IsTest => ShellCommandName.Command(_words) is ["[[", ..];

    /// <summary>Adds text to the current word without interpreting the characters.</summary>
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

    /// <summary>Reads a character outside of quotes.</summary>
    internal void Take(char c)
    {
        if (_afterAmpersand && c == '>')
        {
            // bash reads &> as a redirection, other shells as the end of a command.
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

    /// <summary>Adds the mark of a hole to the current word.</summary>
    internal void TakeHole(string mark)
    {
        if (_array is not null && _word.Length > 0 && _word[0] == '[')
        {
            evaluation.Refuse(mark, Subscript);
        }

        TakeText(mark);
    }

    /// <summary>Ends the command.</summary>
    /// <param name="isPiped">Whether another command reads its output.</param>
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
        evaluation.Lose(
            "is after a subscript with blanks, quotes or operators, and shells disagree about where that subscript ends: " +
            "write the subscript without blanks, quotes and operators");
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

    /// <summary>Whether a parenthesis belongs to a bash pattern, as in <c>*.@(a|b)</c>.</summary>
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
                evaluation.Evaluate(word.Substring(0, Math.Max(1, word.IndexOf(']'))), ShellJudge.Subscript);
            }
        }
        else if (_redirection.Length > 0)
        {
            if (_redirection == ">&")
            {
                evaluation.EvaluateValue(word, "is after `>&`, where bash expands the text twice: write `>{…} 2>&1` instead");
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
