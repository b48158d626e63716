using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>The handlers of a playbook or block, as the generator makes them of its <c>[Handler]</c> members.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IHandlers
{
    /// <summary>Runs those that were notified on one host, in order.</summary>
    /// <param name="run">Their run on that host.</param>
    /// <exception cref="TaskFailedException">A handler failed.</exception>
    /// <exception cref="UnreachableException">The host was lost.</exception>
    Task RunHandlersAsync(HostRun run);
}
