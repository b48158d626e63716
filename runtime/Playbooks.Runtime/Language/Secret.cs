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
    private readonly string? _text;

    /// <summary>Makes a secret.</summary>
    /// <param name="text">The text.</param>
    public Secret(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
        SecretMask.Add(text);
    }

    private Secret()
    {
    }

    /// <summary>What is read back in place of a secret.</summary>
    internal static Secret Placeholder { get; } = new();

    /// <summary>Whether it stands for a secret that was in a result, and is not known here: the result was read back (<see cref="ResultJson"/>).</summary>
    public bool IsPlaceholder => _text is null;

    /// <summary>The text itself.</summary>
    /// <exception cref="InvalidOperationException">It is a placeholder.</exception>
    internal string Text => _text
        ?? throw new InvalidOperationException("The secret is not known here: its result was written and read back, and secrets are not written.");

    /// <summary>Whether its text is hidden wherever it stands. What is shorter is part of too many words.</summary>
    internal bool IsHiddenByValue => _text?.Length >= SecretForms.Shortest;

    /// <summary>The text, for what must have it. Whoever prints it shows it.</summary>
    /// <exception cref="InvalidOperationException">It is a placeholder: <see cref="IsPlaceholder"/>.</exception>
    public string Reveal() => Text;

    /// <summary>Three asterisks.</summary>
    public override string ToString() => "***";
}
