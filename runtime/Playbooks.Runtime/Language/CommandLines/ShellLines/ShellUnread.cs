namespace Playbooks;

/// <summary>
/// Finds the text that may be evaluated in the rest of a line that shells read differently. The search is rough: it may find too much, but not too
/// little.
/// </summary>
internal static class ShellUnread
{
    private const string Arithmetic =
        "is in text that some shells evaluate as arithmetic, where shells can execute code that the value contains: pass a whole number";

    private static readonly char[] Ends = ['\n', ';', '|', '&', '(', ')', '`'];
    private static readonly char[] Blanks = [' ', '\t'];

    /// <param name="text">The rest of the line.</param>
    /// <param name="isArithmetic">Whether the rest begins within arithmetic.</param>
    /// <param name="evaluation">Collects the text that shells evaluate.</param>
    internal static void Judge(string text, bool isArithmetic, ShellEvaluation evaluation)
    {
        if (isArithmetic)
        {
            evaluation.Evaluate(text, Arithmetic);
            return;
        }

        foreach (var part in Between(text, "((", "))").Concat(Between(text, "$[", "]")))
        {
            evaluation.Evaluate(part, Arithmetic);
        }

        foreach (var part in Between(text, "${", "}"))
        {
            ShellParameter.Judge(part, evaluation);
        }

        foreach (var part in Between(text, ">&", " "))
        {
            evaluation.EvaluateValue(part, "is after `>&`, where bash expands the text twice: write `>{…} 2>&1` instead");
        }

        var judge = new ShellJudge(evaluation);
        foreach (var command in new string([.. text.Where(c => c is not ('\'' or '"' or '\\'))]).Split(Ends))
        {
            judge.Judge(command.Split(Blanks, StringSplitOptions.RemoveEmptyEntries));
        }
    }

    private static IEnumerable<string> Between(string text, string open, string close)
    {
        for (var i = text.IndexOf(open, StringComparison.Ordinal); i >= 0; i = text.IndexOf(open, i + open.Length, StringComparison.Ordinal))
        {
            var end = text.IndexOf(close, i + open.Length, StringComparison.Ordinal);
            yield return end < 0 ? text.Substring(i) : text.Substring(i, end + close.Length - i);
        }
    }
}
