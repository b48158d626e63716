using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>A block. The generator implements this interface for each <c>[Block]</c> record.</summary>
/// <typeparam name="TResults">The type that holds the results of the block's tasks on one host.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IBlock<TResults>
    where TResults : class
{
    /// <summary>Runs the block's tasks on one host, in order.</summary>
    /// <param name="run">The run of the block on that host.</param>
    /// <returns>The result of each task.</returns>
    /// <exception cref="TaskFailedException">A task failed, and the failure was not rescued.</exception>
    /// <exception cref="UnreachableException">The host could not be reached, or its connection was lost.</exception>
    Task<TResults> RunAsync(HostRun run);
}
