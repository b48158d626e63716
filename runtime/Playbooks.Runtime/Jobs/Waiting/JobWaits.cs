using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using Playbooks.Connections;
using Playbooks.Connections.Escalation;
using Playbooks.Jobs.Scripts;

namespace Playbooks.Jobs.Waiting;

/// <summary>
/// Waits for all jobs of one user on one host, over one pipe to a shell there. The pipe is opened with the first wait, and
/// opened again with back-off when it is lost; every wait is then asked for anew.
/// </summary>
internal sealed class JobWaits : IAsyncDisposable
{
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(2);

    // How long a shell may take until it is ready: as long as one that becomes another user.
    private static readonly TimeSpan LongestGreeting = Become.Deadline;

    private readonly Func<IPipeSink, CancellationToken, Task<IPipe>> _open;
    private readonly TimeProvider _time;
    private readonly Action<string> _unwatched;
    private readonly Lock _gate = new();
    private readonly SortedDictionary<int, JobWait> _waits = [];
    private readonly SemaphoreSlim _wanted = new(0);
    private readonly CancellationTokenSource _closing = new();
    private Channel<string>? _requests;
    private Task? _serving;
    private int _last;
    private long? _downSince;
    private bool _wasOpen;
    private string? _trouble;

    /// <summary>Makes it; nothing is opened yet.</summary>
    /// <param name="open">Opens the pipe to a fresh shell of the user.</param>
    /// <param name="time">The clock of the back-off.</param>
    /// <param name="unwatched">Is told why the pipe does not stand: once, until it stands again or the reason is another one.</param>
    internal JobWaits(Func<IPipeSink, CancellationToken, Task<IPipe>> open, TimeProvider time, Action<string> unwatched)
    {
        _open = open;
        _time = time;
        _unwatched = unwatched;
    }

    /// <summary>For how long nothing could be heard of the host; zero while the pipe stands.</summary>
    internal TimeSpan DownFor
    {
        get
        {
            lock (_gate)
            {
                return _downSince is { } since ? _time.GetElapsedTime(since) : TimeSpan.Zero;
            }
        }
    }

    /// <summary>Begins to wait for a job's end; disposing the wait gives it up.</summary>
    internal JobWait Begin(JobHandle job, TimeSpan poll)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closing.IsCancellationRequested, this);
            var wait = new JobWait(++_last, job, poll, Forget);
            _waits.Add(wait.Number, wait);
            _requests?.Writer.TryWrite(wait.Request);
            _downSince ??= _serving is null ? _time.GetTimestamp() : null;
            _serving ??= ServeAsync();
            _wanted.Release();
            return wait;
        }
    }

    /// <summary>Closes the pipe: the shell ends its waits, and itself.</summary>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync().ConfigureAwait(false);
        if (_serving is not null)
        {
            await _serving.ConfigureAwait(false);
        }

        _closing.Dispose();
        _wanted.Dispose();
    }

    private void Forget(int number)
    {
        lock (_gate)
        {
            _waits.Remove(number);
            _requests?.Writer.TryWrite(string.Create(CultureInfo.InvariantCulture, $"forget {number}\n"));
        }
    }

    private async Task ServeAsync()
    {
        var delay = Mending.FirstPause;
        try
        {
            while (true)
            {
                await WantedAsync().ConfigureAwait(false);
                var answered = await ServeOnceAsync().ConfigureAwait(false);
                delay = answered ? Mending.FirstPause : delay;
                await Task.Delay(delay, _time, _closing.Token).ConfigureAwait(false);
                delay = Least(delay * 2, LongestDelayNow());
            }
        }
        catch (OperationCanceledException) when (_closing.IsCancellationRequested)
        {
            Fail(new ObjectDisposedException(nameof(JobWaits)));
        }
    }

    // A pipe that is lost while nobody waits is opened again by the next who does.
    private async Task WantedAsync()
    {
        while (true)
        {
            lock (_gate)
            {
                if (_waits.Count > 0)
                {
                    return;
                }
            }

            await _wanted.WaitAsync(_closing.Token).ConfigureAwait(false);
        }
    }

    // Opens the pipe and serves it until it is lost; whether the shell there has answered.
    private async Task<bool> ServeOnceAsync()
    {
        var mark = RandomNumberGenerator.GetHexString(32) + " ";
        var answers = new LineSink(mark, Answered);
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
            // The waits go on: their looks find the ends, or say so if this does not mend before the jobs' limits.
            Trouble(lost.Message);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !_closing.IsCancellationRequested)
        {
            Fail(failure);
        }

        return answers.Ready.IsCompleted;
    }

    // A host that has answered before may refuse for a while, as hosts do that are just starting.
    private bool IsPassing(Exception lost) => lost switch
    {
        UnreachableException unreachable => unreachable.IsTransient || _wasOpen,
        BecomeException => _wasOpen,
        _ => false,
    };

    // Says each reason once.
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

        // A shell reads ahead: what came before it is ready would be lost.
        if (!await IsReadyAsync(pipe, answers).ConfigureAwait(false))
        {
            return;
        }

        _trouble = null;
        var queue = Open();
        _ = pipe.Exit.ContinueWith(_ => queue.Writer.TryComplete(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
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
            Close();
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
            // The shell, or what its start-up file runs, is busy with something else.
        }

        if (!answers.Ready.IsCompleted)
        {
            var said = answers.Noise is { Length: > 0 } noise ? $": {noise}" : "";
            Trouble(string.Create(
                CultureInfo.InvariantCulture,
                $"the shell that is to wait for its jobs {(pipe.Exit.IsCompleted ? "ended before it was ready" : $"was not ready after {LongestGreeting.TotalSeconds} s")}{said}"));
        }

        return answers.Ready.IsCompleted;
    }

    // The end of its input tells the shell to end its waits; a host that is frozen does not answer.
    private async Task EndAsync(IPipe pipe)
    {
        try
        {
            await pipe.CompleteInputAsync(CancellationToken.None).AsTask().WaitAsync(LongestFarewell, _time).ConfigureAwait(false);
            await pipe.Exit.WaitAsync(LongestFarewell, _time).ConfigureAwait(false);
        }
        catch (Exception silent) when (silent is TimeoutException or UnreachableException)
        {
            // It ends when the connection does.
        }
    }

    private Channel<string> Open()
    {
        lock (_gate)
        {
            _downSince = null;
            _requests = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });
            foreach (var wait in _waits.Values)
            {
                _requests.Writer.TryWrite(wait.Request);
            }

            return _requests;
        }
    }

    private void Close()
    {
        lock (_gate)
        {
            _requests = null;
            _downSince = _time.GetTimestamp();
        }
    }

    private void Answered(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0 || !int.TryParse(line.AsSpan(0, space), CultureInfo.InvariantCulture, out var number))
        {
            Fail(HostAnswer.Unreadable("The wait for jobs", line));
            return;
        }

        JobWait? wait;
        lock (_gate)
        {
            _waits.TryGetValue(number, out wait);
        }

        wait?.Found(line[(space + 1)..]);
    }

    private void Fail(Exception failure)
    {
        JobWait[] all;
        lock (_gate)
        {
            all = [.. _waits.Values];
        }

        foreach (var wait in all)
        {
            wait.Failed(failure);
        }
    }

    private TimeSpan LongestDelayNow()
    {
        lock (_gate)
        {
            return _waits.Values.Aggregate(Mending.LongestPause, (least, wait) => Least(least, wait.Poll));
        }
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
