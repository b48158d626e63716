using Playbooks.Generated;

namespace Playbooks;

/// <summary>A playbook. The generator implements this interface for each <c>[Playbook]</c> record.</summary>
public interface IPlaybook
{
    /// <summary>The playbook's name, pattern, tasks and variables.</summary>
    static abstract PlaybookDefinition Definition { get; }

    /// <summary>The playbook's name, pattern and tasks.</summary>
    PlaybookInfo Info { get; }
}

/// <summary>A playbook whose results have a type. The generator implements this interface for each <c>[Playbook]</c> record.</summary>
/// <typeparam name="TResults">The type that holds the results of all tasks on one host.</typeparam>
public interface IPlaybook<TResults> : IPlaybook
    where TResults : class
{
    /// <summary>Runs the tasks on one host, in order.</summary>
    /// <param name="run">The run of the playbook on that host.</param>
    /// <returns>The result of each task.</returns>
    /// <exception cref="TaskFailedException">A task failed.</exception>
    /// <exception cref="UnreachableException">The host could not be reached, or its connection was lost.</exception>
    Task<TResults> RunAsync(HostRun run);
}
