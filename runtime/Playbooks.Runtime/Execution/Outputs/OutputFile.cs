
using Playbooks.Jobs.Following;

namespace Playbooks.Execution.Outputs;

/// <summary>The file on the controller that receives the whole output of a program.</summary>
/// <param name="path">The file's full path.</param>
internal sealed class OutputFile(string path) : IDisposable
{
    private readonly ArrivingFile _file = new(path);
    private Exception? _failure;

    /// <summary>Receives the output.</summary>
    internal Stream Content => _file.Content;

    /// <summary>Whether the file takes no more output.</summary>
    internal bool IsFinished { get; private set; }

    /// <summary>Writes a chunk of a job's output. If that fails, other jobs are still followed, and <see cref="Finish"/> reports the error.</summary>
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

    /// <summary>Removes the content, because the program runs again.</summary>
    internal void Clear() => _file.Content.SetLength(0);

    /// <summary>Moves the file to its final path, unless nothing was run.</summary>
    /// <returns>The result. If its output is not complete, its message says where the complete output is.</returns>
    internal TResult Finish<TResult>(TResult result)
        where TResult : TaskResult
    {
        var failure = result.Skipped ? null : TakePlace();
        Dispose();
        var message = failure is not null ? $"the task's output could not be written to {path}: {failure.Message}"
            : result is CommandResult { Truncated: true } ? $"{result.Message}{(result.Message is null ? "" : "; ")}the whole standard output is in {path}"
            : result.Message;
        return message == result.Message ? result : (TResult)((TaskResult)result with { Failed = result.Failed || failure is not null, Message = message });
    }

    /// <summary>Moves the file with its output so far to its final path, unless that was done. The rest of the output is not waited for.</summary>
    internal void Leave()
    {
        if (!IsFinished)
        {
            TakePlace();
            Dispose();
        }
    }

    /// <summary>Removes the file if it was not moved to its final path.</summary>
    public void Dispose()
    {
        IsFinished = true;
        _file.Dispose();
    }

    /// <returns>Why the file cannot be moved; <see langword="null"/> if it was.</returns>
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
