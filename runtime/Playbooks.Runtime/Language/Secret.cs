namespace Playbooks;

/// <summary>
/// A text that nobody is shown: not by printing it, nor by printing what holds it. A variable of this type comes from a file, the environment or the
/// terminal, never from an argument. In a command line it is one argument, shown as three asterisks.
/// </summary>
/// <remarks>
/// What a program gets as an argument everybody on its host can see while it runs. A builtin of the shell such as <c>printf</c> is none, and <c>Env</c> is
/// seen by the task's user alone: <c>Env = new Dictionary&lt;string, string&gt; { ["PGPASSWORD"] = Password.Reveal() }</c>.
/// </remarks>
public sealed class Secret
{
    /// <summary>Makes a secret.</summary>
    /// <param name="text">The text.</param>
    public Secret(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
        SecretMask.Add(text);
    }

    /// <summary>The text itself.</summary>
    internal string Text { get; }

    /// <summary>Whether its text is hidden wherever it stands. What is shorter is part of too many words.</summary>
    internal bool IsHiddenByValue => Text.Length >= SecretForms.Shortest;

    /// <summary>The text, for what must have it. Whoever prints it shows it.</summary>
    public string Reveal() => Text;

    /// <summary>Three asterisks.</summary>
    public override string ToString() => "***";
}
