namespace Playbooks;

/// <summary>The output of a program, which the run keeps in memory, has moved to a file, or has dropped.</summary>
/// <param name="text">The text.</param>
internal sealed class KeptText(string text) : IEquatable<KeptText>
{
    private volatile Func<string>? _elsewhere;
    private volatile string? _text = text;
    private int _isCounted;

    internal static KeptText Nothing { get; } = new("");

    /// <summary>Returns a text to keep.</summary>
    internal static KeptText Of(string text) => text.Length == 0 ? Nothing : new KeptText(text);

    /// <summary>Returns the same text with a change that is applied whenever it is read.</summary>
    internal KeptText Through(Func<string, string> change)
    {
        var seen = new KeptText("") { IsDropped = IsDropped };
        seen.Move(() => change(Text));
        return seen;
    }

    /// <summary>The text; empty if it was dropped.</summary>
    /// <exception cref="IOException">The text was moved to a file, and cannot be read from there.</exception>
    internal string Text => _text ?? _elsewhere!();

    /// <summary>The memory that the text takes, in bytes.</summary>
    internal long Size { get; } = sizeof(char) * (long)text.Length;

    /// <summary>Whether the text was dropped.</summary>
    internal bool IsDropped { get; private set; }

    /// <summary>Returns whether the text was not counted before. Results of one job may share a text.</summary>
    internal bool TakeCount() => Size > 0 && Interlocked.Exchange(ref _isCounted, 1) == 0;

    /// <summary>Drops the text.</summary>
    internal void Drop()
    {
        IsDropped = true;
        Move(static () => "");
    }

    /// <summary>Moves the text out of memory.</summary>
    /// <param name="read">Reads the text from its new place.</param>
    internal void Move(Func<string> read)
    {
        _elsewhere = read;
        _text = null;
    }

    /// <inheritdoc/>
    public bool Equals(KeptText? other) => ReferenceEquals(this, other) || (other is not null && IsDropped == other.IsDropped && Text == other.Text);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as KeptText);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Text, StringComparison.Ordinal);
}
