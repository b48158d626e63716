using Playbooks.Jobs;

namespace Playbooks.Testing;

/// <summary>A job on a scripted host.</summary>
internal sealed class ScriptedJob
{
    private readonly TaskCompletionSource<JobEnd> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly JobEnd _end;

    internal ScriptedJob(string name, JobOutput output, JobEnd end, TimeProvider time, string? lost)
    {
        Name = name;
        Output = output;
        _end = end;
        _ = EndAsync(time, lost);
    }

    internal string Name { get; }

    internal JobOutput Output { get; }

    internal Task<JobEnd> Ended => _ended.Task;

    internal void Cancel() => _ended.TrySetResult(_end with { State = JobState.Cancelled, Rc = null, Reason = "cancelled" });

    private async Task EndAsync(TimeProvider time, string? lost)
    {
        await Task.Delay(_end.Duration, time).ConfigureAwait(false);
        if (lost is null)
        {
            _ended.TrySetResult(_end);
        }
        else
        {
            _ended.TrySetException(new UnreachableException(lost, "cut off"));
        }
    }
}
