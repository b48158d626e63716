namespace Playbooks.Execution.Jobs;

/// <summary>What stands behind the jobs that playbooks have.</summary>
internal static class JobsBehind
{
    extension<TResult>(Job<TResult> job)
        where TResult : TaskResult
    {
        /// <summary>The job that this run has started.</summary>
        internal StartedJob<TResult> Running => (StartedJob<TResult>)job.Behind;
    }
}
