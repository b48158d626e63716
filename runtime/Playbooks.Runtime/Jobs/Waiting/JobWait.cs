using System.Globalization;

namespace Playbooks.Jobs.Waiting;

/// <summary>The wait for one job.</summary>
/// <param name="number">The number of the wait in the shell on the host.</param>
/// <param name="job">The job.</param>
/// <param name="poll">The longest time between two checks.</param>
/// <param name="forget">Gives up the wait.</param>
internal sealed class JobWait(int number, JobHandle job, TimeSpan poll, Action<int> forget) : IDisposable
{
    private readonly TaskCompletionSource<JobEnd> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The number of the wait in the shell on the host.</summary>
    internal int Number => number;

    /// <summary>The longest time between two checks.</summary>
    internal TimeSpan Poll => poll;

    /// <summary>The line that requests the wait from the shell.</summary>
    internal string Request { get; } = string.Create(CultureInfo.InvariantCulture, $"watch {number} {job.Id} {job.Directory}\n");

    /// <summary>The job's end.</summary>
    internal Task<JobEnd> End => _end.Task;

    /// <summary>Gives up the wait.</summary>
    public void Dispose() => forget(number);

    /// <summary>Takes the report of the host.</summary>
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
