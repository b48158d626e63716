using Playbooks.Generated;

namespace Playbooks.Execution.Jobs;

/// <summary>Takes the jobs out of what goes to other hosts.</summary>
internal sealed class JobsTaken : JobExchange
{
    private readonly List<string?> _ids = [];

    /// <summary>Their ids, in order; <see langword="null"/> where there was none.</summary>
    internal IReadOnlyList<string?> Ids => _ids;

    internal override Job<TResult>? Exchange<TResult>(Job<TResult>? job)
    {
        _ids.Add(job?.Running.FirstId);
        return null;
    }
}
