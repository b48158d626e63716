using System.Text;

namespace Playbooks.Output;

/// <summary>Standard error, without the values of secrets and filtered by <see cref="HarmlessText"/>.</summary>
internal sealed class HarmlessWriter(TextWriter writer) : TextWriter
{
    private readonly Lock _gate = new();
    private readonly HarmlessText _text = new();

    /// <inheritdoc/>
    public override Encoding Encoding => writer.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => Write([value]);

    /// <inheritdoc/>
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Write($"{value}\n".AsSpan());

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        lock (_gate)
        {
            var harmless = new StringBuilder(buffer.Length);
            _text.Append(harmless, SecretMask.Hide(buffer.ToString()));
            writer.Write(harmless);
        }
    }
}
