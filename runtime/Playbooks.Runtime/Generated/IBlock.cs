using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>A block, as the generator makes it of a <c>[Block]</c> record.</summary>
/// <typeparam name="TResults">What its tasks give on one host.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IBlock<TResults>
    where TResults : class
{
    /// <summary>Runs the tasks on one host, in order.</summary>
    /// <param name="run">The run of the block on that host.</param>
    /// <returns>What each task gave.</returns>
    /// <exception cref="TaskFailedException">A task failed, and was not rescued.</exception>
    /// <exception cref="UnreachableException">The host was lost.</exception>
    Task<TResults> RunAsync(HostRun run);
}
