namespace Playbooks;

/// <summary>A text that nobody is shown: not by printing it, nor by printing what holds it.</summary>
public sealed class Secret
{
    /// <summary>Makes a secret.</summary>
    /// <param name="text">The text.</param>
    public Secret(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
    }

    /// <summary>The text itself.</summary>
    internal string Text { get; }

    /// <summary>Three asterisks.</summary>
    public override string ToString() => "***";
}
