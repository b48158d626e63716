namespace Playbooks.Execution.Jobs;

/// <summary>Finds the run's own objects for the jobs that playbooks see.</summary>
internal static class JobsBehind
{
    extension<TResult>(Job<TResult> job)
        where TResult : TaskResult
    {
        /// <summary>The job that this run has started.</summary>
        internal StartedJob<TResult> Running => (StartedJob<TResult>)job.Behind;
    }
}
