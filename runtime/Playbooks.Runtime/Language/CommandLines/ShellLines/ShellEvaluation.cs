namespace Playbooks;

/// <summary>
/// What shells evaluate though it is quoted: arithmetic and names of variables, in which bash and mksh take a subscript for an expression, <c>$(…)</c> in it
/// for a command. A hole that is no number must not stand there, nor the variable that has its value.
/// </summary>
/// <remarks>
/// Found by running hostile values in random lines in five shells; every line is judged as if it went to all of them. Values are followed from
/// variable to variable whatever the order of the commands, because loops and functions may run them in another.
/// </remarks>
internal sealed class ShellEvaluation
{
    private const char FirstMark = '\ue000';
    private const int Marks = 6400;

    /// <summary>What bash or mksh evaluates whenever it is given a value, or for a command of its own.</summary>
    private static readonly string[] Special =
    [
        "BASH_ENV", "PS4", "RANDOM", "SRANDOM", "OPTIND", "SECONDS", "LINENO", "HISTCMD", "EPOCHSECONDS", "EPOCHREALTIME", "BASHPID", "BASH_SUBSHELL",
        "COLUMNS", "LINES", "TMOUT", "PIPESTATUS", "PGRP", "PPID", "USER_ID", "KSHUID", "KSHGID", "KSHEGID",
    ];

    private readonly List<ShellHole> _holes = [];
    private readonly List<ShellRefusal> _refusals = [];
    private readonly List<(string Name, string Value)> _given = [];
    private readonly List<(string Name, string Reason)> _used =
        [.. Special.Select(name => (name, "which shells evaluate: assign a whole number or a constant text"))];
    private readonly List<(string Function, string Arguments)> _calls = [];
    private readonly HashSet<string> _functions = new(StringComparer.Ordinal);

    /// <summary>Why no hole can stand from here on; <see langword="null"/> where one can.</summary>
    internal string? Lost { get; private set; }

    /// <summary>Takes note of a hole.</summary>
    /// <returns>What stands for it in a text.</returns>
    internal char Add(ShellHole hole)
    {
        _holes.Add(hole);
        return (char)(FirstMark + ((_holes.Count - 1) % Marks));
    }

    /// <summary>A text of the line without what stands for holes in texts.</summary>
    internal static string Plain(string text) => text.Any(IsMark) ? new string([.. text.Select(c => IsMark(c) ? '?' : c)]) : text;

    /// <summary>Whether a word is a sequence, of which there may be no word at all.</summary>
    internal bool IsSequence(string word) => word.Length == 1 && IsMark(word[0]) && _holes[word[0] - FirstMark].IsSequence;

    /// <summary>Refuses each hole in a text.</summary>
    internal void Refuse(string text, string reason)
    {
        foreach (var mark in text.Where(IsMark))
        {
            _refusals.Add(new(mark - FirstMark, reason));
        }
    }

    /// <summary>No hole can stand from here on.</summary>
    internal void Lose(string reason) => Lost ??= reason;

    /// <summary>A variable is given what stands in a text.</summary>
    internal void Give(string name, string value) => _given.Add((name, value));

    /// <summary>A function is defined.</summary>
    internal void Define(string function) => _functions.Add(function);

    /// <summary>A command is called, perhaps a function.</summary>
    internal void Call(string function, string arguments) => _calls.Add((function, arguments));

    /// <summary>A variable whose value is evaluated.</summary>
    internal void Use(string name, string reason) => _used.Add((name, $"which {reason}"));

    /// <summary>A text is evaluated as arithmetic: the holes in it, and the variables that it names.</summary>
    internal void Evaluate(string text, string reason) => Use(ShellNames.All(text), text, reason);

    /// <summary>The value of a text is evaluated: the holes in it, and the variables that it expands.</summary>
    internal void EvaluateValue(string text, string reason) => Use(ShellNames.Expanded(text), text, reason);

    /// <summary>The line is over.</summary>
    /// <returns>The holes that cannot stay, each once, in order.</returns>
    internal IReadOnlyList<ShellRefusal> End()
    {
        foreach (var (function, arguments) in _calls)
        {
            if (_functions.Contains(function))
            {
                Give(ShellNames.Arguments, arguments);
            }
        }

        var values = Values();
        foreach (var (name, reason) in _used)
        {
            if (values.TryGetValue(name, out var marks))
            {
                Refuse(marks, $"is the value of {Shown(name)}, {reason}");
            }
        }

        return [.. _refusals.GroupBy(refusal => refusal.Hole).OrderBy(hole => hole.Key).Select(hole => hole.First())];
    }

    private static bool IsMark(char c) => c is >= FirstMark and < (char)(FirstMark + Marks);

    private static string Shown(string name) => name switch
    {
        ShellNames.Arguments => "an argument",
        ShellNames.Pipe => "what is read",
        _ => name,
    };

    private void Use(IEnumerable<string> names, string text, string reason)
    {
        Refuse(text, reason);
        foreach (var name in names)
        {
            Use(name, reason);
        }
    }

    /// <summary>The holes whose values each variable may have.</summary>
    private Dictionary<string, string> Values()
    {
        var evaluated = new HashSet<string>(_used.Select(use => use.Name), StringComparer.Ordinal);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var found = true; found;)
        {
            found = false;
            foreach (var (name, value) in _given)
            {
                // Where the value is evaluated, so is what is named in it.
                var from = evaluated.Contains(name) ? ShellNames.All(value) : ShellNames.Expanded(value);
                var had = values.TryGetValue(name, out var marks) ? marks : "";
                var has = new string([
                    .. value
                        .Where(IsMark)
                        .Concat(from.SelectMany(other => values.TryGetValue(other, out var its) ? its : ""))
                        .Concat(had)
                        .Distinct()
                        .OrderBy(c => c)
                ]);
                if (has.Length > had.Length)
                {
                    values[name] = has;
                    found = true;
                }
            }
        }

        return values;
    }
}
