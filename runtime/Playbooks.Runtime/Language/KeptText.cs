namespace Playbooks;

/// <summary>What a program printed, as long as the run keeps it: in memory, in a file of the run, or no more.</summary>
/// <param name="text">The text.</param>
internal sealed class KeptText(string text) : IEquatable<KeptText>
{
    private volatile Func<string>? _elsewhere;
    private volatile string? _text = text;
    private int _isCounted;

    internal static KeptText Nothing { get; } = new("");

    /// <summary>Keeps a text.</summary>
    internal static KeptText Of(string text) => text.Length == 0 ? Nothing : new KeptText(text);

    /// <summary>The same text, changed whenever it is read.</summary>
    internal KeptText Through(Func<string, string> change)
    {
        var seen = new KeptText("") { IsDropped = IsDropped };
        seen.Move(() => change(Text));
        return seen;
    }

    /// <summary>The text; empty where it was dropped.</summary>
    /// <exception cref="IOException">It was put into a file, and cannot be read there.</exception>
    internal string Text => _text ?? _elsewhere!();

    /// <summary>What it takes in memory, in bytes.</summary>
    internal long Size { get; } = sizeof(char) * (long)text.Length;

    /// <summary>Whether it is no more.</summary>
    internal bool IsDropped { get; private set; }

    /// <summary>Whether it was not counted before; results of one job may share it.</summary>
    internal bool TakeCount() => Size > 0 && Interlocked.Exchange(ref _isCounted, 1) == 0;

    /// <summary>Keeps it no more.</summary>
    internal void Drop()
    {
        IsDropped = true;
        Move(static () => "");
    }

    /// <summary>Keeps it elsewhere.</summary>
    /// <param name="read">Reads it there.</param>
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
