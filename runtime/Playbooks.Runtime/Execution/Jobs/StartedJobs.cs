namespace Playbooks.Execution.Jobs;

/// <summary>All jobs that a run has started for one host, from all blocks.</summary>
internal sealed class StartedJobs
{
    private readonly Lock _gate = new();
    private readonly List<StartedJob> _jobs = [];

    /// <summary>The jobs that still run, as far as the run knows.</summary>
    internal IReadOnlyList<StartedJob> Running
    {
        get
        {
            lock (_gate)
            {
                return _jobs.Where(job => !job.HasEnded || job.End.IsCanceled).ToList();
            }
        }
    }

    internal void Add(StartedJob job)
    {
        lock (_gate)
        {
            _jobs.Add(job);
        }
    }
}
