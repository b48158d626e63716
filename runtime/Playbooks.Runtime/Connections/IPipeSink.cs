namespace Playbooks.Connections;

/// <summary>Takes what a command prints, as it comes. Called by one thread at a time for each stream; must not block.</summary>
internal interface IPipeSink
{
    /// <summary>Takes bytes of standard output.</summary>
    void Output(ReadOnlySpan<byte> data);

    /// <summary>Takes bytes of standard error.</summary>
    void Error(ReadOnlySpan<byte> data);
}
