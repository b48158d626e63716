namespace Playbooks;

/// <summary>
/// What shells evaluate though it is quoted: arithmetic and names of variables, in which bash takes a subscript for an expression, <c>$(…)</c> in it
/// for a command. A hole that is no number must not stand there.
/// </summary>
/// <remarks>Found by running hostile values in random lines in five shells; only bash evaluates them, and every line is judged as if it went to bash.</remarks>
internal sealed class ShellEvaluation
{
    private readonly HashSet<string> _tainted = new(StringComparer.Ordinal);
    private string _arithmetic = "";

    /// <summary>Why the line cannot be sent; <see langword="null"/> where it can.</summary>
    internal string? Wrong { get; private set; }

    /// <summary>Refuses the line.</summary>
    internal void Refuse(string reason) => Wrong ??= reason;

    /// <summary>A variable of the shell has a hole's value.</summary>
    internal void Taint(string name) => _tainted.Add(name);

    /// <summary>Whether a word has a hole in it, or a variable that has a hole's value.</summary>
    internal bool IsOpen(string word) => word.Contains(ShellCommand.Hole, StringComparison.Ordinal) || Names(word).Any(_tainted.Contains);

    /// <summary>Takes what stands in <c>((…))</c>.</summary>
    internal void Arithmetic(ReadOnlySpan<char> text) => _arithmetic += text.ToString();

    /// <summary>Judges what stood in <c>((…))</c>.</summary>
    internal void EndArithmetic()
    {
        if (Names(_arithmetic).FirstOrDefault(_tainted.Contains) is { } name)
        {
            Refuse($"is the value of {name}, which ((…)) evaluates: bash runs what is in a subscript there; give it a number");
        }

        _arithmetic = "";
    }

    private static IEnumerable<string> Names(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var length = 0;
            while (at + length < text.Length && (text[at + length] == '_' || char.IsAsciiLetterOrDigit(text[at + length])))
            {
                length++;
            }

            if (length > 0)
            {
                yield return text.Substring(at, length);
                at += length;
            }
        }
    }
}
