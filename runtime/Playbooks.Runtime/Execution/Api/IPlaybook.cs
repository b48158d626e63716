using Playbooks.Generated;

namespace Playbooks;

/// <summary>A playbook, as the generator makes it of a <c>[Playbook]</c> record.</summary>
public interface IPlaybook
{
    /// <summary>Its name, pattern, tasks and variables.</summary>
    static abstract PlaybookDefinition Definition { get; }

    /// <summary>Its name, pattern and tasks.</summary>
    PlaybookInfo Info { get; }
}

/// <summary>A playbook, as the generator makes it of a <c>[Playbook]</c> record.</summary>
/// <typeparam name="TResults">What its tasks give on one host.</typeparam>
public interface IPlaybook<TResults> : IPlaybook
    where TResults : class
{
    /// <summary>Runs the tasks on one host, in order.</summary>
    /// <param name="run">The run of that host.</param>
    /// <returns>What each task gave.</returns>
    /// <exception cref="TaskFailedException">A task failed.</exception>
    /// <exception cref="UnreachableException">The host was lost.</exception>
    Task<TResults> RunAsync(HostRun run);
}
