namespace Playbooks;

/// <summary>Reads the words of a command: which of them a shell would evaluate, and to which variables the command assigns values.</summary>
/// <param name="evaluation">Collects the text that shells evaluate.</param>
internal sealed class ShellJudge(ShellEvaluation evaluation)
{
    /// <summary>Why a subscript can contain only whole numbers.</summary>
    internal const string Subscript = $"is in a subscript, {Number}";

    private const string Number = "where shells can execute code that the value contains: pass a whole number";

    private static readonly string[] Comparisons = ["-eq", "-ne", "-lt", "-le", "-gt", "-ge"];

    /// <summary>Reads a command.</summary>
    /// <returns>The holes and variables that the command prints.</returns>
    internal string Judge(IReadOnlyList<string> words)
    {
        if (words.Any(evaluation.IsSequence))
        {
            // The sequence may be empty. The next word then takes its place, perhaps as the command's name.
            Judge([.. words.Where(word => !evaluation.IsSequence(word))]);
        }

        if (words.Any(word => word.Any(c => c == '$')))
        {
            // A variable such as $SUDO may be empty. The next word is then the command's name.
            Judge(ShellCommandName.WithoutExpansions(words));
        }

        for (var i = 1; i < words.Count; i++)
        {
            if (words[i - 1] == "function")
            {
                evaluation.Define(words[i]);
            }
        }

        foreach (var assignment in ShellCommandName.Assignments(words))
        {
            Assign(assignment);
        }

        var command = ShellCommandName.Command(words);
        if (command.Count == 0)
        {
            return "";
        }

        var arguments = command.Skip(1).ToList();
        evaluation.Call(command[0], string.Join(" ", arguments));
        Judge(command[0], arguments);
        return command[0] is "echo" or "printf" or "print" ? string.Join(" ", arguments) : "";
    }

    private void Judge(string name, List<string> arguments)
    {
        switch (name)
        {
            case "[[" or "[" or "test":
                JudgeTest(name, arguments);
                break;
            case "let" or "shift" or "ulimit":
                arguments.ForEach(word => evaluation.Evaluate(word, $"is an argument of `{name}`, {Number}"));
                break;
            case "getopts":
                Name(arguments.ElementAtOrDefault(1) ?? "", name);
                evaluation.Give("OPTARG", $"${ShellNames.Arguments}");
                break;
            case "eval" or "trap":
                ShellUnread.Judge(string.Join(" ", arguments), isArithmetic: false, evaluation);
                break;
            case "printf" when arguments is [['-', 'v', ..], ..]:
                JudgePrint(arguments);
                break;
            case "wait":
                JudgeWait(arguments);
                break;
            case "unset":
                arguments.ForEach(word => Name(word, name));
                break;
            case "read" or "mapfile" or "readarray":
                JudgeRead(name, arguments);
                break;
            case "for" or "select" when arguments.Count > 0:
                evaluation.Give(arguments[0], arguments.Count > 1 ? string.Join(" ", arguments.Skip(2)) : "$@");
                break;
            case "set":
                evaluation.Give(arguments is ["-A" or "+A", var array, ..] ? array : ShellNames.Arguments, string.Join(" ", arguments));
                break;
            case "compgen":
                arguments.ForEach(word =>
                    evaluation.EvaluateValue(
                        word,
                        "is an argument of `compgen`, where bash can execute code that the value contains: " +
                        "write the words directly in the command line"));
                break;
            default:
                if (ShellCommandName.IsDeclaring(name))
                {
                    JudgeDeclaration(name, arguments);
                }

                break;
        }
    }

    private void Assign(string word)
    {
        var (name, value) = ShellNames.Assignment(word)!.Value;
        evaluation.Give(name, word.Substring(value));
        if (value > name.Length + 2 && word[name.Length] == '[')
        {
            evaluation.Evaluate(word.Substring(name.Length, value - name.Length), Subscript);
        }
    }

    /// <summary>Reads a word that must be the name of a variable.</summary>
    private void Name(string word, string command)
    {
        var reason =
            $"is where `{command}` expects the name of a variable, and a shell can execute code that such a name contains: " +
            "write the name directly in the command line";
        evaluation.EvaluateValue(word, reason);
        if (word.IndexOf('[') is > 0 and var open)
        {
            evaluation.Evaluate(word.Substring(open), reason);
        }
    }

    private void JudgeTest(string name, List<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (Comparisons.Contains(words[i]) || (name != "[[" && i == Operator(words) && words[i] is ['$', ..]))
            {
                var reason = $"is next to `{words[i]}`, {Number}";
                evaluation.Evaluate(words.ElementAtOrDefault(i - 1) ?? "", reason);
                evaluation.Evaluate(words.ElementAtOrDefault(i + 1) ?? "", reason);
            }
            else if (i > 0 && words[i - 1] is "-v" or "-R")
            {
                Name(words[i], words[i - 1]);
            }
            else if (name != "[[" && (evaluation.IsSequence(words[i]) || i == Operator(words)))
            {
                evaluation.Refuse(
                    words[i],
                    $"may be an operator of `{name}`, such as `-gt`, and with some operators, a shell can execute code that the operands contain: " +
                    "write the operator directly in the command line");
            }
        }
    }

    /// <summary>Returns the index of the word that <c>test</c> reads as its operator, whatever the word is.</summary>
    private static int Operator(List<string> words)
    {
        var first = words.Count > 2 && words[0] == "!" ? 1 : 0;
        return (words.Count(word => word != "]") - first) switch { 2 => first, 3 => first + 1, _ => -1 };
    }

    private void JudgePrint(List<string> arguments)
    {
        var variable = arguments[0].Length > 2 ? arguments[0].Substring(2) : arguments.ElementAtOrDefault(1) ?? "";
        Name(variable, "printf -v");
        evaluation.Give(variable, string.Join(" ", arguments.Skip(1)));
    }

    private void JudgeWait(List<string> arguments)
    {
        var option = arguments.FindIndex(word => word is ['-', .., 'p']);
        Name(option < 0 ? "" : arguments.ElementAtOrDefault(option + 1) ?? "", "wait -p");
    }

    private void JudgeRead(string command, List<string> arguments)
    {
        evaluation.Give("REPLY", $"${ShellNames.Pipe}");
        for (var i = 0; i < arguments.Count; i++)
        {
            // The value of an option is not a name of a variable, except for the array of -a.
            if (arguments[i] == "-u" && command == "read" && i + 1 < arguments.Count)
            {
                evaluation.Evaluate(arguments[++i], $"is the operand of `read -u`, {Number}");
            }
            else if (arguments[i] is ['-', _, ..]
                && (command == "read" ? "pditnN" : "dnOsuCc").Any(option => arguments[i].EndsWith($"{option}", StringComparison.Ordinal)))
            {
                i++;
            }
            else if (arguments[i] is not ['-', ..])
            {
                Name(arguments[i], command);
                evaluation.Give(arguments[i], $"${ShellNames.Pipe}");
            }
        }
    }

    private void JudgeDeclaration(string command, List<string> arguments)
    {
        var evaluates = command is "integer" or "nameref"
            || (command is not ("export" or "readonly") && arguments.Any(word => word is ['-', ..] && word.Any(c => c is 'i' or 'n')));
        foreach (var word in arguments)
        {
            var assignment = ShellNames.Assignment(word);
            Name(assignment is null ? word.Split('=')[0] : word.Substring(0, assignment.Value.Value), command);
            if (assignment is not null)
            {
                Assign(word);
            }

            if (evaluates && word is not ['-', ..])
            {
                evaluation.Use(assignment?.Name ?? word, $"is an operand of `{command}` with -i or -n, {Number}");
            }
        }
    }
}
