namespace Playbooks;

/// <summary>
/// Finds text that shells evaluate even if it is quoted: arithmetic and names of variables. In these, bash and mksh evaluate a subscript as an expression
/// and run a <c>$(…)</c> in it. A hole that is not a number must not be there, and neither must a variable that has the value of such a hole.
/// </summary>
/// <remarks>
/// The rules were found by running hostile values in random lines in five shells. Every line is checked as if all five shells would run it. Values are
/// followed from variable to variable regardless of the order of the commands, because loops and functions may run them in a different order.
/// </remarks>
internal sealed class ShellEvaluation
{
    private const char FirstMark = '\ue000';
    private const int Marks = 6400;

    /// <summary>The variables whose values bash or mksh evaluates on assignment, or for one of its own commands.</summary>
    private static readonly string[] Special =
    [
        "BASH_ENV", "PS4", "RANDOM", "SRANDOM", "OPTIND", "SECONDS", "LINENO", "HISTCMD", "EPOCHSECONDS", "EPOCHREALTIME", "BASHPID", "BASH_SUBSHELL",
        "COLUMNS", "LINES", "TMOUT", "PIPESTATUS", "PGRP", "PPID", "USER_ID", "KSHUID", "KSHGID", "KSHEGID",
    ];

    private readonly List<ShellHole> _holes = [];
    private readonly List<ShellRefusal> _refusals = [];
    private readonly List<(string Name, string Value)> _given = [];
    private readonly List<(string Name, string Reason)> _used =
        [.. Special.Select(name => (name, "where shells can execute code that the value contains: assign a whole number or a constant text"))];
    private readonly List<(string Function, string Arguments)> _calls = [];
    private readonly HashSet<string> _functions = new(StringComparer.Ordinal);

    /// <summary>The reason why no hole can follow; <see langword="null"/> if holes can follow.</summary>
    internal string? Lost { get; private set; }

    /// <summary>Registers a hole.</summary>
    /// <returns>The mark that replaces the hole in texts.</returns>
    internal char Add(ShellHole hole)
    {
        _holes.Add(hole);
        return (char)(FirstMark + ((_holes.Count - 1) % Marks));
    }

    /// <summary>Returns a text of the line with a question mark instead of each mark of a hole.</summary>
    internal static string Plain(string text) => text.Any(IsMark) ? new string([.. text.Select(c => IsMark(c) ? '?' : c)]) : text;

    /// <summary>Whether a word is a sequence, which may be empty.</summary>
    internal bool IsSequence(string word) => word.Length == 1 && IsMark(word[0]) && _holes[word[0] - FirstMark].IsSequence;

    /// <summary>Rejects each hole in a text.</summary>
    internal void Refuse(string text, string reason)
    {
        foreach (var mark in text.Where(IsMark))
        {
            _refusals.Add(new(mark - FirstMark, reason));
        }
    }

    /// <summary>Rejects all holes that follow.</summary>
    internal void Lose(string reason) => Lost ??= reason;

    /// <summary>Records that a text is assigned to a variable.</summary>
    internal void Give(string name, string value) => _given.Add((name, value));

    /// <summary>Records the definition of a function.</summary>
    internal void Define(string function) => _functions.Add(function);

    /// <summary>Records the call of a command, which may be a function.</summary>
    internal void Call(string function, string arguments) => _calls.Add((function, arguments));

    /// <summary>Records that the value of a variable is evaluated.</summary>
    internal void Use(string name, string reason) => _used.Add((name, $"which {reason}"));

    /// <summary>Records that a text is evaluated as arithmetic, with the holes in it and the variables that it names.</summary>
    internal void Evaluate(string text, string reason) => Use(ShellNames.All(text), text, reason);

    /// <summary>Records that the value of a text is evaluated, with the holes in it and the variables that it expands.</summary>
    internal void EvaluateValue(string text, string reason) => Use(ShellNames.Expanded(text), text, reason);

    /// <summary>Ends the line.</summary>
    /// <returns>The rejected holes, each once, in order.</returns>
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
                Refuse(marks, $"becomes the value of {Shown(name)}, {reason}");
            }
        }

        return [.. _refusals.GroupBy(refusal => refusal.Hole).OrderBy(hole => hole.Key).Select(hole => hole.First())];
    }

    private static bool IsMark(char c) => c is >= FirstMark and < (char)(FirstMark + Marks);

    private static string Shown(string name) => name switch
    {
        ShellNames.Arguments => "an argument of a function or script",
        ShellNames.Pipe => "the text that the shell reads",
        _ => $"the shell variable `{name}`",
    };

    private void Use(IEnumerable<string> names, string text, string reason)
    {
        Refuse(text, reason);
        foreach (var name in names)
        {
            Use(name, reason);
        }
    }

    /// <summary>Returns for each variable the holes whose values it may have.</summary>
    private Dictionary<string, string> Values()
    {
        var evaluated = new HashSet<string>(_used.Select(use => use.Name), StringComparer.Ordinal);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var found = true; found;)
        {
            found = false;
            foreach (var (name, value) in _given)
            {
                // If the value is evaluated, the variables that it names are evaluated too.
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
