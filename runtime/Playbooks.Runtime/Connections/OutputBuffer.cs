using System.Buffers;
using System.Text;

namespace Playbooks.Connections;

/// <summary>Keeps what a script prints.</summary>
internal sealed class OutputBuffer : IPipeSink
{
    private readonly ArrayBufferWriter<byte> _output = new();
    private readonly ArrayBufferWriter<byte> _error = new();

    /// <summary>Standard output, as it came.</summary>
    internal ReadOnlyMemory<byte> StdoutBytes => _output.WrittenMemory;

    /// <summary>Standard output as UTF-8, invalid bytes replaced.</summary>
    internal string Stdout => Encoding.UTF8.GetString(_output.WrittenSpan);

    /// <summary>Standard error as UTF-8, invalid bytes replaced.</summary>
    internal string Stderr => Encoding.UTF8.GetString(_error.WrittenSpan);

    /// <inheritdoc/>
    public void Output(ReadOnlySpan<byte> data) => _output.Write(data);

    /// <inheritdoc/>
    public void Error(ReadOnlySpan<byte> data) => _error.Write(data);
}
