using System.Buffers;
using System.Runtime.ExceptionServices;
using System.Text;

namespace Playbooks.Connections;

/// <summary>Keeps what a script prints.</summary>
/// <param name="received">Takes standard output instead; <see langword="null"/> to keep it.</param>
internal sealed class OutputBuffer(Stream? received = null) : IPipeSink
{
    private readonly ArrayBufferWriter<byte> _output = new();
    private readonly ArrayBufferWriter<byte> _error = new();
    private ExceptionDispatchInfo? _failure;

    /// <summary>Standard output, as it came.</summary>
    internal ReadOnlyMemory<byte> StdoutBytes => _output.WrittenMemory;

    /// <summary>Standard output as UTF-8, invalid bytes replaced.</summary>
    internal string Stdout => Encoding.UTF8.GetString(_output.WrittenSpan);

    /// <summary>Standard error as UTF-8, invalid bytes replaced.</summary>
    internal string Stderr => Encoding.UTF8.GetString(_error.WrittenSpan);

    /// <inheritdoc/>
    public void Output(ReadOnlySpan<byte> data)
    {
        if (received is null)
        {
            _output.Write(data);
            return;
        }

        try
        {
            if (_failure is null)
            {
                received.Write(data);
            }
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException)
        {
            // The pipe goes on, as others depend on it; the script's caller is told.
            _failure = ExceptionDispatchInfo.Capture(failure);
        }
    }

    /// <inheritdoc/>
    public void Error(ReadOnlySpan<byte> data) => _error.Write(data);

    /// <summary>Says that something could not be written where it should go.</summary>
    /// <exception cref="IOException">It could not.</exception>
    internal void ThrowIfNotWritten() => _failure?.Throw();
}
