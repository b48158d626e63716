using System.Runtime.ExceptionServices;
using System.Text;

namespace Playbooks.Connections.Shells;

/// <summary>Keeps what a script prints, the last of each stream.</summary>
/// <param name="received">Takes standard output, too; <see langword="null"/> to keep it alone.</param>
/// <param name="most">How many bytes of each stream are kept.</param>
/// <param name="keeps">Whether what goes elsewhere is kept.</param>
internal sealed class OutputBuffer(Stream? received = null, int most = OutputTail.Most, bool keeps = false) : IPipeSink
{
    private readonly OutputTail _output = new(most);
    private readonly OutputTail _error = new(most);
    private ExceptionDispatchInfo? _failure;

    /// <summary>Whether there was more than is kept.</summary>
    internal bool IsCut => _output.IsCut || _error.IsCut;

    /// <summary>Standard output, as it came.</summary>
    internal ReadOnlyMemory<byte> StdoutBytes => _output.Bytes;

    /// <summary>Standard output as UTF-8, invalid bytes replaced.</summary>
    internal string Stdout => Encoding.UTF8.GetString(_output.Bytes.Span);

    /// <summary>Standard error as UTF-8, invalid bytes replaced.</summary>
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
