using System.Text;

namespace Playbooks;

/// <summary>One command of a line, as far as it was read: its words without quotes, in which a mark stands for each hole that is no number.</summary>
/// <param name="evaluation">Judges it.</param>
internal sealed class ShellCommand(ShellEvaluation evaluation)
{
    /// <summary>Stands for a hole.</summary>
    internal const char Hole = '\ufffc';

    private static readonly string[] Before = ["if", "then", "elif", "else", "do", "while", "until", "!", "{", "time", "command", "builtin"];
    private static readonly string[] Comparisons = ["-eq", "-ne", "-lt", "-le", "-gt", "-ge"];

    private readonly List<string> _words = [];
    private readonly StringBuilder _word = new();
    private bool _isWord;
    private string _redirection = "";

    private bool IsTest => _words is ["[[", ..];

    /// <summary>Takes a character of a word, whatever it is.</summary>
    internal void TakeQuoted(ReadOnlySpan<char> text)
    {
        _word.Append(text);
        _isWord = true;
    }

    /// <summary>Takes a character outside of quotes.</summary>
    internal void Take(char c)
    {
        switch (c)
        {
            case ' ' or '\t':
                EndWord();
                break;
            case '\n' or ';' or '|' or '(' or ')' or '&' or '<' or '>':
                TakeOperator(c);
                break;
            default:
                TakeQuoted([c]);
                break;
        }
    }

    /// <summary>Takes a hole.</summary>
    internal void TakeHole(bool isNumber)
    {
        if (_redirection == ">&" && !_isWord && !isNumber)
        {
            evaluation.Refuse("stands after >&, where bash expands a word twice: write >{…} 2>&1");
        }

        TakeQuoted([isNumber ? '0' : Hole]);
    }

    /// <summary>The command is over.</summary>
    internal void End()
    {
        EndWord();
        Judge();
        _words.Clear();
        _redirection = "";
    }

    private void TakeOperator(char c)
    {
        EndWord();
        if (IsTest)
        {
            _words.Add(c.ToString());
        }
        else if (c is '<' or '>')
        {
            _redirection = c.ToString();
        }
        else if (c == '&' && _redirection is "<" or ">")
        {
            _redirection += c;
        }
        else
        {
            End();
        }
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
        if (_redirection.Length > 0)
        {
            _redirection = "";
            return;
        }

        _words.Add(word);
        if (IsTest && word == "]]")
        {
            End();
        }
    }

    private void Judge()
    {
        var words = _words.SkipWhile(word => Before.Contains(word)).ToList();
        while (words.Count > 0 && Assignment(words[0]) is { } name)
        {
            if (words[0].Contains(Hole, StringComparison.Ordinal))
            {
                evaluation.Taint(name);
            }

            words.RemoveAt(0);
        }

        words = [.. words.SkipWhile(word => Before.Contains(word))];
        if (words.Count == 0)
        {
            return;
        }

        if (words[0].IndexOf('[', StringComparison.Ordinal) is > 0 and var open && words[0].IndexOf(Hole, StringComparison.Ordinal) > open)
        {
            evaluation.Refuse("stands in a subscript, which shells evaluate: give it to a variable of the shell first, and check it");
        }

        if (words is ["for", var loop, "in", ..] && words.Skip(3).Any(HasHole))
        {
            evaluation.Taint(loop);
        }

        Judge(words[0], words[1..]);
    }

    /// <summary>The name of the variable to which a word gives a value; <see langword="null"/> where it is no assignment. One to a subscript is none here.</summary>
    private static string? Assignment(string word) =>
        word.IndexOf('=', StringComparison.Ordinal) is > 0 and var end && word.Take(end).All(c => c is '_' or '+' || char.IsAsciiLetterOrDigit(c))
            ? word[..end].TrimEnd('+')
            : null;

    private static bool HasHole(string word) => word.Contains(Hole, StringComparison.Ordinal);

    private void Judge(string name, IReadOnlyList<string> arguments)
    {
        switch (name)
        {
            case "[[":
                JudgeTest(arguments);
                break;
            case "let" when arguments.Any(evaluation.IsOpen):
                evaluation.Refuse("stands after let, which evaluates it: bash runs what is in a subscript there; give it a number");
                break;
            case "test" or "[" when After(arguments, "-v", "-R"):
                evaluation.Refuse("stands after -v, which evaluates it: bash runs what is in a subscript there");
                break;
            case "printf" when arguments is [['-', 'v', ..], ..] && arguments.Take(2).Any(HasHole) && (arguments[0].Length > 2 ? HasHole(arguments[0]) : arguments.Count > 1 && HasHole(arguments[1])):
                RefuseName("printf -v");
                break;
            case "unset" when arguments.Any(HasHole):
                RefuseName(name);
                break;
            case "read" when Names(arguments).Any(HasHole):
                RefuseName(name);
                break;
            case "declare" or "typeset" or "local" or "integer" when arguments.Any(word => HasHole(word.Split('=')[0])):
                RefuseName(name);
                break;
            case "declare" or "typeset" or "local" or "integer" when
                (name == "integer" || arguments.Any(word => word is ['-', ..] && word.AsSpan().ContainsAny('i', 'n'))) && arguments.Any(HasHole):
                evaluation.Refuse($"stands after {name} -i or -n, which evaluate it: bash runs what is in a subscript there; give it a number");
                break;
        }
    }

    private void RefuseName(string command) =>
        evaluation.Refuse($"stands where {command} wants the name of a variable: bash runs what is in a subscript there; write the name");

    private void JudgeTest(IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var isCompared = Comparisons.Contains(words[i]) && ((i > 0 && evaluation.IsOpen(words[i - 1])) || (i + 1 < words.Count && evaluation.IsOpen(words[i + 1])));
            if (isCompared || (words[i] is "-v" or "-R" && i + 1 < words.Count && HasHole(words[i + 1])))
            {
                evaluation.Refuse($"stands beside {words[i]} in [[ … ]], which evaluates it: bash runs what is in a subscript there; write [ … ], or give it a number");
            }
        }
    }

    private static bool After(IReadOnlyList<string> words, params string[] options) =>
        Enumerable.Range(0, Math.Max(0, words.Count - 1)).Any(i => options.Contains(words[i]) && HasHole(words[i + 1]));

    // What stands behind an option that wants a value is none of the names, but for the array of -a.
    private static IEnumerable<string> Names(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] is ['-', .., 'p' or 'd' or 'i' or 't' or 'n' or 'N' or 'u'])
            {
                i++;
            }
            else if (arguments[i] is not ['-', ..])
            {
                yield return arguments[i];
            }
        }
    }
}
