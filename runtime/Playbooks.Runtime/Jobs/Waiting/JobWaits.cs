using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Playbooks.Connections;
using Playbooks.Connections.Escalation;
using Playbooks.Jobs.Scripts;

namespace Playbooks.Jobs.Waiting;

/// <summary>
/// Waits for all jobs of one user on one host, over one pipe to a shell there. The first wait opens the pipe. If the pipe is lost, it is opened again with
/// growing pauses, and all waits are requested again.
/// </summary>
internal sealed class JobWaits : IAsyncDisposable
{
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(2);

    // How long a shell may take until it is ready: as long as a shell that runs as another user.
    private static readonly TimeSpan LongestGreeting = Become.Deadline;

    private readonly Func<IPipeSink, CancellationToken, Task<IPipe>> _open;
    private readonly TimeProvider _time;
    private readonly Action<string> _unwatched;
    private readonly Lock _gate = new();
    private readonly OpenWaits _waits;
    private readonly CancellationTokenSource _closing = new();
    private Task? _serving;
    private bool _wasOpen;
    private string? _trouble;

    /// <summary>Creates the object. Nothing is opened yet.</summary>
    /// <param name="open">Opens the pipe to a new shell of the user.</param>
    /// <param name="time">The clock for the pauses.</param>
    /// <param name="unwatched">Called with the reason why the pipe is not open; once, until the pipe is open again or the reason changes.</param>
    internal JobWaits(Func<IPipeSink, CancellationToken, Task<IPipe>> open, TimeProvider time, Action<string> unwatched)
    {
        _open = open;
        _time = time;
        _unwatched = unwatched;
        _waits = new OpenWaits(time);
    }

    /// <summary>How long the pipe to the host has been down; zero while it is open.</summary>
    internal TimeSpan DownFor => _waits.DownFor;

    /// <summary>Starts to wait for a job's end. Disposing the returned object gives up the wait.</summary>
    internal JobWait Begin(JobHandle job, TimeSpan poll)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closing.IsCancellationRequested, this);
            var wait = _waits.Begin(job, poll);
            _serving ??= ServeAsync();
            return wait;
        }
    }

    /// <summary>Closes the pipe. The shell then stops waiting and exits.</summary>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync().ConfigureAwait(false);
        if (_serving is not null)
        {
            await _serving.ConfigureAwait(false);
        }

        _closing.Dispose();
    }

    private async Task ServeAsync()
    {
        var delay = Mending.FirstPause;
        try
        {
            while (true)
            {
                await _waits.WantedAsync(_closing.Token).ConfigureAwait(false);
                var answered = await ServeOnceAsync().ConfigureAwait(false);
                delay = answered ? Mending.FirstPause : delay;
                await Task.Delay(delay, _time, _closing.Token).ConfigureAwait(false);
                delay = delay * 2 < _waits.LongestPause ? delay * 2 : _waits.LongestPause;
            }
        }
        catch (OperationCanceledException) when (_closing.IsCancellationRequested)
        {
            _waits.Fail(new ObjectDisposedException(nameof(JobWaits)));
        }
    }

    // Opens the pipe and serves it until it is lost. Returns whether the shell has answered.
    private async Task<bool> ServeOnceAsync()
    {
        var mark = RandomNumberGenerator.GetHexString(32) + " ";
        var answers = new LineSink(mark, _waits.Answered);
        try
        {
            var pipe = await _open(answers, _closing.Token).ConfigureAwait(false);
            _wasOpen = true;
            await using (pipe.ConfigureAwait(false))
            {
                await SpeakAsync(pipe, mark, answers).ConfigureAwait(false);
            }
        }
        catch (Exception lost) when (IsPassing(lost))
        {
            // The waits continue. Their checks find the ends, or report an error if the pipe cannot be opened before the jobs' limits.
            Trouble(lost.Message);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !_closing.IsCancellationRequested)
        {
            _waits.Fail(failure);
        }

        return answers.Ready.IsCompleted;
    }

    // A host that has answered before may refuse for a while, as hosts do while they start.
    private bool IsPassing(Exception lost) => lost switch
    {
        UnreachableException unreachable => unreachable.IsTransient || _wasOpen,
        BecomeException => _wasOpen,
        _ => false,
    };

    // Reports each reason once.
    private void Trouble(string why)
    {
        if (why != _trouble)
        {
            _trouble = why;
            _unwatched(why);
        }
    }

    private async Task SpeakAsync(IPipe pipe, string mark, LineSink answers)
    {
        await pipe.WriteAsync(Encoding.UTF8.GetBytes(JobScripts.Watch(mark)), _closing.Token).ConfigureAwait(false);

        // A shell reads ahead, so what is sent before it is ready would be lost.
        if (!await IsReadyAsync(pipe, answers).ConfigureAwait(false))
        {
            return;
        }

        _trouble = null;
        var queue = _waits.Open();
        _ = pipe.Exit.ContinueWith(
            _ => queue.Writer.TryComplete(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        try
        {
            await foreach (var request in queue.Reader.ReadAllAsync(_closing.Token).ConfigureAwait(false))
            {
                await pipe.WriteAsync(Encoding.UTF8.GetBytes(request), _closing.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (_closing.IsCancellationRequested)
        {
            await EndAsync(pipe).ConfigureAwait(false);
            throw;
        }
        finally
        {
            _waits.Close();
        }
    }

    private async Task<bool> IsReadyAsync(IPipe pipe, LineSink answers)
    {
        try
        {
            await Task.WhenAny(answers.Ready, pipe.Exit).WaitAsync(LongestGreeting, _time, _closing.Token).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The shell, or a command in its start-up file, is busy with something else.
        }

        if (!answers.Ready.IsCompleted)
        {
            var said = answers.Noise is { Length: > 0 } noise ? $": {noise}" : "";
            Trouble(string.Create(
                CultureInfo.InvariantCulture,
                $"the shell that waits for jobs " +
                $"{(pipe.Exit.IsCompleted ? "ended before it was ready" : $"was not ready after {LongestGreeting.TotalSeconds} s")}{said}"));
        }

        return answers.Ready.IsCompleted;
    }

    // The end of its input makes the shell end its waits. A host that hangs does not answer.
    private async Task EndAsync(IPipe pipe)
    {
        try
        {
            await pipe.CompleteInputAsync(CancellationToken.None).AsTask().WaitAsync(LongestFarewell, _time).ConfigureAwait(false);
            await pipe.Exit.WaitAsync(LongestFarewell, _time).ConfigureAwait(false);
        }
        catch (Exception silent) when (silent is TimeoutException or UnreachableException)
        {
            // The shell ends when the connection does.
        }
    }
}
