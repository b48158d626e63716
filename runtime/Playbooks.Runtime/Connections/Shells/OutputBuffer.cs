using System.Runtime.ExceptionServices;
using System.Text;

namespace Playbooks.Connections.Shells;

/// <summary>Keeps the last part of each stream that a script prints.</summary>
/// <param name="received">Also receives the standard output; <see langword="null"/> for none.</param>
/// <param name="most">The maximum number of bytes to keep of each stream.</param>
/// <param name="keeps">Whether to also keep the output that <paramref name="received"/> receives.</param>
internal sealed class OutputBuffer(Stream? received = null, int most = OutputTail.Most, bool keeps = false) : IPipeSink
{
    private readonly OutputTail _output = new(most);
    private readonly OutputTail _error = new(most);
    private ExceptionDispatchInfo? _failure;

    /// <summary>Whether there was more output than is kept.</summary>
    internal bool IsCut => _output.IsCut || _error.IsCut;

    /// <summary>The standard output, unchanged.</summary>
    internal ReadOnlyMemory<byte> StdoutBytes => _output.Bytes;

    /// <summary>The standard output, read as UTF-8; invalid bytes are replaced.</summary>
    internal string Stdout => Encoding.UTF8.GetString(_output.Bytes.Span);

    /// <summary>The standard error, read as UTF-8; invalid bytes are replaced.</summary>
    internal string Stderr => Encoding.UTF8.GetString(_error.Bytes.Span);

    /// <inheritdoc/>
    public void Output(ReadOnlySpan<byte> data)
    {
        if (received is null || keeps)
        {
            _output.Write(data);
        }

        try
        {
            if (_failure is null)
            {
                received?.Write(data);
            }
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException)
        {
            // The pipe continues, because other scripts depend on it. The script's caller gets the exception.
            _failure = ExceptionDispatchInfo.Capture(failure);
        }
    }

    /// <inheritdoc/>
    public void Error(ReadOnlySpan<byte> data) => _error.Write(data);

    /// <summary>Throws if output could not be written to the stream that receives it.</summary>
    /// <exception cref="IOException">Output could not be written.</exception>
    internal void ThrowIfNotWritten() => _failure?.Throw();
}
