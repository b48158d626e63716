using System.Globalization;
using System.Text;
using System.Threading.Channels;
using Playbooks.Connections;

namespace Playbooks.Jobs;

/// <summary>
/// Waits for all jobs of one user on one host, over one pipe to a shell there. The pipe is opened with the first wait, and
/// opened again with back-off when it is lost; every wait is then asked for anew.
/// </summary>
internal sealed class JobWaits : IAsyncDisposable
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(2);

    private readonly Func<IPipeSink, CancellationToken, Task<IPipe>> open;
    private readonly TimeProvider time;
    private readonly Lock gate = new();
    private readonly SortedDictionary<int, JobWait> waits = [];
    private readonly SemaphoreSlim wanted = new(0);
    private readonly CancellationTokenSource closing = new();
    private Channel<string>? requests;
    private Task? serving;
    private int last;

    /// <summary>Makes it; nothing is opened yet.</summary>
    /// <param name="open">Opens the pipe to a fresh shell of the user.</param>
    /// <param name="time">The clock of the back-off.</param>
    internal JobWaits(Func<IPipeSink, CancellationToken, Task<IPipe>> open, TimeProvider time)
    {
        this.open = open;
        this.time = time;
    }

    /// <summary>Begins to wait for a job's end; disposing the wait gives it up.</summary>
    internal JobWait Begin(JobHandle job, TimeSpan poll)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closing.IsCancellationRequested, this);
            var wait = new JobWait(++last, job, poll, Forget);
            waits.Add(wait.Number, wait);
            requests?.Writer.TryWrite(wait.Request);
            serving ??= ServeAsync();
            wanted.Release();
            return wait;
        }
    }

    /// <summary>Closes the pipe: the shell ends its waits, and itself.</summary>
    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync().ConfigureAwait(false);
        if (serving is not null)
        {
            await serving.ConfigureAwait(false);
        }

        closing.Dispose();
        wanted.Dispose();
    }

    private void Forget(int number)
    {
        lock (gate)
        {
            waits.Remove(number);
            requests?.Writer.TryWrite(string.Create(CultureInfo.InvariantCulture, $"forget {number}\n"));
        }
    }

    private async Task ServeAsync()
    {
        var delay = FirstDelay;
        try
        {
            while (true)
            {
                await WantedAsync().ConfigureAwait(false);
                var answered = await ServeOnceAsync().ConfigureAwait(false);
                delay = answered ? FirstDelay : delay;
                await Task.Delay(delay, time, closing.Token).ConfigureAwait(false);
                delay = Least(delay * 2, LongestDelayNow());
            }
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            Fail(new ObjectDisposedException(nameof(JobWaits)));
        }
    }

    // A pipe that is lost while nobody waits is opened again by the next who does.
    private async Task WantedAsync()
    {
        while (true)
        {
            lock (gate)
            {
                if (waits.Count > 0)
                {
                    return;
                }
            }

            await wanted.WaitAsync(closing.Token).ConfigureAwait(false);
        }
    }

    // Opens the pipe and serves it until it is lost; whether the shell there has answered.
    private async Task<bool> ServeOnceAsync()
    {
        var answers = new LineSink(Answered);
        try
        {
            var pipe = await open(answers, closing.Token).ConfigureAwait(false);
            await using (pipe.ConfigureAwait(false))
            {
                await SpeakAsync(pipe, answers.Ready).ConfigureAwait(false);
            }
        }
        catch (UnreachableException lost) when (lost.IsTransient)
        {
            // The waits go on: their looks say so if this does not mend before the jobs' limits.
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !closing.IsCancellationRequested)
        {
            Fail(failure);
        }

        return answers.Ready.IsCompleted;
    }

    private async Task SpeakAsync(IPipe pipe, Task ready)
    {
        await pipe.WriteAsync(Encoding.UTF8.GetBytes(JobScripts.Watch()), closing.Token).ConfigureAwait(false);

        // A shell reads ahead: what came before it is ready would be lost.
        await Task.WhenAny(ready, pipe.Exit).WaitAsync(closing.Token).ConfigureAwait(false);
        var queue = Open();
        _ = pipe.Exit.ContinueWith(_ => queue.Writer.TryComplete(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        try
        {
            await foreach (var request in queue.Reader.ReadAllAsync(closing.Token).ConfigureAwait(false))
            {
                await pipe.WriteAsync(Encoding.UTF8.GetBytes(request), closing.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            await EndAsync(pipe).ConfigureAwait(false);
            throw;
        }
        finally
        {
            Close();
        }
    }

    // The end of its input tells the shell to end its waits; a host that is frozen does not answer.
    private async Task EndAsync(IPipe pipe)
    {
        try
        {
            await pipe.CompleteInputAsync(CancellationToken.None).AsTask().WaitAsync(LongestFarewell, time).ConfigureAwait(false);
            await pipe.Exit.WaitAsync(LongestFarewell, time).ConfigureAwait(false);
        }
        catch (Exception silent) when (silent is TimeoutException or UnreachableException)
        {
            // It ends when the connection does.
        }
    }

    private Channel<string> Open()
    {
        lock (gate)
        {
            requests = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });
            foreach (var wait in waits.Values)
            {
                requests.Writer.TryWrite(wait.Request);
            }

            return requests;
        }
    }

    private void Close()
    {
        lock (gate)
        {
            requests = null;
        }
    }

    private void Answered(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0 || !int.TryParse(line.AsSpan(0, space), CultureInfo.InvariantCulture, out var number))
        {
            Fail(new FormatException($"The wait for jobs answered '{line}'."));
            return;
        }

        JobWait? wait;
        lock (gate)
        {
            waits.TryGetValue(number, out wait);
        }

        wait?.Found(line[(space + 1)..]);
    }

    private void Fail(Exception failure)
    {
        JobWait[] all;
        lock (gate)
        {
            all = [.. waits.Values];
        }

        foreach (var wait in all)
        {
            wait.Failed(failure);
        }
    }

    private TimeSpan LongestDelayNow()
    {
        lock (gate)
        {
            return waits.Values.Aggregate(LongestDelay, (least, wait) => Least(least, wait.Poll));
        }
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
