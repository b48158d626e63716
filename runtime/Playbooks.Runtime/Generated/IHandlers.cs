using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>The handlers of a playbook or block. The generator implements this interface for a record with <c>[Handler]</c> members.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IHandlers
{
    /// <summary>Runs the notified handlers on one host, in order.</summary>
    /// <param name="run">The run of the handlers on that host.</param>
    /// <exception cref="TaskFailedException">A handler failed.</exception>
    /// <exception cref="UnreachableException">The host could not be reached, or its connection was lost.</exception>
    Task RunHandlersAsync(HostRun run);
}
