using System.Globalization;
using System.Threading.Channels;
using Playbooks.Connections;

namespace Playbooks.Jobs.Waiting;

/// <summary>The waits that have begun and were not given up, and the requests to the shell for them while its pipe is open.</summary>
internal sealed class OpenWaits(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<int, JobWait> _waits = [];
    private readonly SemaphoreSlim _wanted = new(0);
    private Channel<string>? _requests;
    private int _last;
    private long? _downSince;

    /// <summary>How long the pipe to the host has been down; zero while it is open, and before the first wait.</summary>
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

    /// <summary>The longest pause between two attempts to open the pipe: no longer than the shortest poll.</summary>
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

    /// <summary>Starts to wait for a job's end. Disposing the returned object gives up the wait.</summary>
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

    /// <summary>Waits until there is a wait: a pipe that is lost while there is none is opened again for the next one.</summary>
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

    /// <summary>Records that the pipe is open, and requests all waits again.</summary>
    /// <returns>The requests, now and later.</returns>
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

    /// <summary>Records that the pipe is lost.</summary>
    internal void Close()
    {
        lock (_gate)
        {
            _requests = null;
            _downSince = time.GetTimestamp();
        }
    }

    /// <summary>Takes a line that the shell has printed about a wait.</summary>
    internal void Answered(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0 || !int.TryParse(line.AsSpan(0, space), CultureInfo.InvariantCulture, out var number))
        {
            Fail(HostAnswer.Unreadable("wait for jobs", line));
            return;
        }

        JobWait? wait;
        lock (_gate)
        {
            _waits.TryGetValue(number, out wait);
        }

        wait?.Found(line[(space + 1)..]);
    }

    /// <summary>Ends all waits with an exception.</summary>
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
