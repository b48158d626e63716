namespace Playbooks;

/// <summary>
/// A text that is never shown, neither when it is printed nor when an object that contains it is printed. A variable of this type gets its value from a file,
/// the environment or the terminal, never from an argument. In a command line, a secret is one argument, shown as three asterisks.
/// </summary>
/// <remarks>
/// While a program runs, every user of the host can see the program's arguments; shell builtins such as <c>printf</c> are an exception. To hide a secret from
/// other users, pass the secret in <c>Env</c>, which only the task's user can see:
/// <c>Env = new Dictionary&lt;string, string&gt; { ["PGPASSWORD"] = Password.Reveal() }</c>.
/// </remarks>
public sealed class Secret
{
    private readonly string? _text;

    /// <summary>Creates a secret.</summary>
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

    /// <summary>The value that is read back in place of a secret.</summary>
    internal static Secret Placeholder { get; } = new();

    /// <summary>
    /// Whether this is a placeholder without a text. When a result with a secret is written and read back (<see cref="ResultJson"/>), the secret becomes a
    /// placeholder.
    /// </summary>
    public bool IsPlaceholder => _text is null;

    /// <summary>The text itself.</summary>
    /// <exception cref="InvalidOperationException">The secret is a placeholder.</exception>
    internal string Text => _text
        ?? throw new InvalidOperationException(
            "The value of the secret is not available: the result that contained it was stored and read back, and secrets are never stored.");

    /// <summary>Whether the text is hidden wherever it appears. A shorter text is part of too many words.</summary>
    internal bool IsHiddenByValue => _text?.Length >= SecretForms.Shortest;

    /// <summary>Returns the text, for code that needs it. If you print the returned text, it is not hidden.</summary>
    /// <exception cref="InvalidOperationException">The secret is a placeholder: <see cref="IsPlaceholder"/>.</exception>
    public string Reveal() => Text;

    /// <summary>Returns three asterisks.</summary>
    public override string ToString() => "***";
}
