namespace Playbooks.Connections;

/// <summary>Receives the output of a command as it arrives. For each stream, one thread at a time calls it; it must not block.</summary>
internal interface IPipeSink
{
    /// <summary>Receives bytes of standard output.</summary>
    void Output(ReadOnlySpan<byte> data);

    /// <summary>Receives bytes of standard error.</summary>
    void Error(ReadOnlySpan<byte> data);
}
