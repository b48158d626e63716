using System.Globalization;
using System.Threading.Channels;
using Playbooks.Connections;

namespace Playbooks.Jobs.Waiting;

/// <summary>The waits that somebody has begun and not given up, and what is asked of the shell for them while its pipe stands.</summary>
internal sealed class OpenWaits(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<int, JobWait> _waits = [];
    private readonly SemaphoreSlim _wanted = new(0);
    private Channel<string>? _requests;
    private int _last;
    private long? _downSince;

    /// <summary>For how long nothing could be heard of the host; zero while the pipe stands, and before anybody waited.</summary>
    internal TimeSpan DownFor
    {
        get
        {
            lock (_gate)
            {
                return _downSince is { } since ? time.GetElapsedTime(since) : TimeSpan.Zero;
            }
        }
    }

    /// <summary>The longest pause between two tries to open the pipe: no longer than anybody's poll.</summary>
    internal TimeSpan LongestPause
    {
        get
        {
            lock (_gate)
            {
                return _waits.Values.Aggregate(Mending.LongestPause, static (least, wait) => wait.Poll < least ? wait.Poll : least);
            }
        }
    }

    /// <summary>Begins to wait for a job's end; disposing the wait gives it up.</summary>
    internal JobWait Begin(JobHandle job, TimeSpan poll)
    {
        lock (_gate)
        {
            var wait = new JobWait(++_last, job, poll, Forget);
            _waits.Add(wait.Number, wait);
            _requests?.Writer.TryWrite(wait.Request);
            _downSince ??= _last == 1 ? time.GetTimestamp() : null;
            _wanted.Release();
            return wait;
        }
    }

    /// <summary>Waits until somebody waits: a pipe that is lost while nobody does is opened again by the next who does.</summary>
    internal async Task WantedAsync(CancellationToken closing)
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

            await _wanted.WaitAsync(closing).ConfigureAwait(false);
        }
    }

    /// <summary>The pipe stands: all waits are asked for anew.</summary>
    /// <returns>What is asked, now and later.</returns>
    internal Channel<string> Open()
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

    /// <summary>The pipe is lost.</summary>
    internal void Close()
    {
        lock (_gate)
        {
            _requests = null;
            _downSince = time.GetTimestamp();
        }
    }

    /// <summary>The shell has said something of a wait.</summary>
    internal void Answered(string line)
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

    /// <summary>No wait can be waited for.</summary>
    internal void Fail(Exception failure)
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

    private void Forget(int number)
    {
        lock (_gate)
        {
            _waits.Remove(number);
            _requests?.Writer.TryWrite(string.Create(CultureInfo.InvariantCulture, $"forget {number}\n"));
        }
    }
}
