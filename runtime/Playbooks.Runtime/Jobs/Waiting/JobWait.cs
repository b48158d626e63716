using System.Globalization;

namespace Playbooks.Jobs.Waiting;

/// <summary>The wait for one job.</summary>
/// <param name="number">What the shell on the host knows it by.</param>
/// <param name="job">The job.</param>
/// <param name="poll">The longest that a look may take to come.</param>
/// <param name="forget">Gives it up.</param>
internal sealed class JobWait(int number, JobHandle job, TimeSpan poll, Action<int> forget) : IDisposable
{
    private readonly TaskCompletionSource<JobEnd> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What the shell on the host knows it by.</summary>
    internal int Number => number;

    /// <summary>The longest that a look may take to come.</summary>
    internal TimeSpan Poll => poll;

    /// <summary>The line that asks for it.</summary>
    internal string Request { get; } = string.Create(CultureInfo.InvariantCulture, $"watch {number} {job.Id} {job.Directory}\n");

    /// <summary>The job's end.</summary>
    internal Task<JobEnd> End => _end.Task;

    /// <summary>Gives it up.</summary>
    public void Dispose() => forget(number);

    /// <summary>Takes what the host has found.</summary>
    internal void Found(string report)
    {
        try
        {
            if (JobReport.Parse(report).End(job) is { } found)
            {
                _end.TrySetResult(found);
            }
        }
        catch (FormatException unreadable)
        {
            _end.TrySetException(unreadable);
        }
    }

    /// <summary>Ends the wait without the job's end.</summary>
    internal void Failed(Exception failure) => _end.TrySetException(failure);
}
