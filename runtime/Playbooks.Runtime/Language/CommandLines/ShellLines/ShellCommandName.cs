namespace Playbooks;

/// <summary>Finds the command's name among its words.</summary>
internal static class ShellCommandName
{
    private static readonly string[] Before = ["if", "then", "elif", "else", "do", "while", "until", "!", "{", "time", "command", "builtin", "exec"];
    private static readonly string[] Declaring = ["declare", "typeset", "local", "integer", "nameref", "export", "readonly"];

    /// <summary>Returns the words from the command's name on.</summary>
    internal static IReadOnlyList<string> Command(IReadOnlyList<string> words) => [.. words.Skip(NameAt(words))];

    /// <summary>Returns the assignments before the command's name.</summary>
    internal static IEnumerable<string> Assignments(IReadOnlyList<string> words) =>
        words.Take(NameAt(words)).Where(word => ShellNames.Assignment(word) is not null);

    internal static bool IsDeclaring(string name) => Declaring.Contains(name);

    /// <summary>Whether the next word after these may be an assignment.</summary>
    internal static bool MayAssign(IReadOnlyList<string> words) => Command(words) is [] || IsDeclaring(Command(words)[0]);

    /// <summary>Whether a word directly before a redirection is its file descriptor: <c>2</c>, or bash's <c>{name}</c>.</summary>
    internal static bool IsDescriptor(string word) =>
        word.Length > 0 && (word.All(char.IsAsciiDigit) || (word is ['{', .., '}'] && ShellNames.IsName(word.Substring(1, word.Length - 2))));

    /// <summary>Returns the words as if all variables were empty. Before the command's name, a word that consists only of variables disappears.</summary>
    internal static IReadOnlyList<string> WithoutExpansions(IReadOnlyList<string> words)
    {
        var left = new List<string>();
        foreach (var word in words)
        {
            var text = ShellNames.WithoutExpansions(word);
            if (text.Length > 0 || word.Length == 0 || Command(left).Count > 0)
            {
                left.Add(text);
            }
        }

        return left;
    }

    private static int NameAt(IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count;)
        {
            var length = Length(words, i);
            if (length == 0)
            {
                return i;
            }

            i += length;
        }

        return words.Count;
    }

    /// <summary>Returns how many words at this place come before the command's name; 0 at the name itself.</summary>
    private static int Length(IReadOnlyList<string> words, int i) => words[i] switch
    {
        "function" or "coproc" when Is(words, i + 2, "{") => 3,
        "coproc" => 1,
        "for" or "select" when Is(words, i + 2, "do") => 3,
        "-p" or "--" when i > 0 && words[i - 1] is "time" or "command" or "builtin" or "-p" => 1,
        var word when Before.Contains(word) || ShellNames.Assignment(word) is not null => 1,
        _ => 0,
    };

    private static bool Is(IReadOnlyList<string> words, int i, string word) => i < words.Count && words[i] == word;
}
