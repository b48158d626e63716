
using Playbooks.Jobs.Following;

namespace Playbooks.Execution.Outputs;

/// <summary>The file on the machine that runs the playbook that takes the whole output of a program.</summary>
/// <param name="path">Its whole path.</param>
internal sealed class OutputFile(string path) : IDisposable
{
    private readonly ArrivingFile _file = new(path);
    private Exception? _failure;

    /// <summary>Takes the output.</summary>
    internal Stream Content => _file.Content;

    /// <summary>Whether it takes nothing more.</summary>
    internal bool IsFinished { get; private set; }

    /// <summary>Takes what a job has printed. The following of other jobs goes on where it cannot be written; <see cref="Finish"/> says so.</summary>
    internal void Take(JobChunk chunk)
    {
        try
        {
            if (chunk.Stream == StreamName.Stdout && _failure is null)
            {
                _file.Content.Write(chunk.Bytes.Span);
            }
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException)
        {
            _failure = failure;
        }
    }

    /// <summary>Forgets what it has: the program runs again.</summary>
    internal void Clear() => _file.Content.SetLength(0);

    /// <summary>Takes its place, unless nothing was run.</summary>
    /// <returns>The result; it says where the whole is, if it is not whole itself.</returns>
    internal TResult Finish<TResult>(TResult result)
        where TResult : TaskResult
    {
        var failure = result.Skipped ? null : TakePlace();
        Dispose();
        var message = failure is not null ? $"its output could not be written to {path}: {failure.Message}"
            : result is CommandResult { Truncated: true } ? $"{result.Message}{(result.Message is null ? "" : "; ")}standard output is whole in {path}"
            : result.Message;
        return message == result.Message ? result : (TResult)((TaskResult)result with { Failed = result.Failed || failure is not null, Message = message });
    }

    /// <summary>Takes its place with what has come, where it has not yet: nobody waits for the rest.</summary>
    internal void Leave()
    {
        if (!IsFinished)
        {
            TakePlace();
            Dispose();
        }
    }

    /// <summary>Removes it where it has not taken its place.</summary>
    public void Dispose()
    {
        IsFinished = true;
        _file.Dispose();
    }

    /// <returns>Why it cannot.</returns>
    private Exception? TakePlace()
    {
        if (_failure is not null)
        {
            return _failure;
        }

        try
        {
            _file.TakePlace();
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return failure;
        }
    }
}
