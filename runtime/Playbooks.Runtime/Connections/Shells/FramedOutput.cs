namespace Playbooks.Connections.Shells;

/// <summary>Both streams of a long-lived shell.</summary>
internal sealed class FramedOutput : IPipeSink
{
    private readonly FrameStream _output = new();
    private readonly FrameStream _error = new();

    /// <summary>What was printed outside of scripts, for people.</summary>
    internal string Noise => string.Join('\n', new[] { _error.Noise.Trim(), _output.Noise.Trim() }.Where(text => text.Length > 0));

    /// <summary>Whether anything was printed after a script's end.</summary>
    internal bool IsDisturbed => _output.IsDisturbed || _error.IsDisturbed;

    /// <inheritdoc/>
    public void Output(ReadOnlySpan<byte> data) => _output.Write(data);

    /// <inheritdoc/>
    public void Error(ReadOnlySpan<byte> data) => _error.Write(data);

    /// <summary>Prepares for a script's output.</summary>
    internal void Expect(Frame frame, IPipeSink sink)
    {
        _output.Expect(frame, sink.Output);
        _error.Expect(frame, sink.Error);
    }
}
