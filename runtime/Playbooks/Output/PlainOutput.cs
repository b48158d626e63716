using System.Globalization;
using System.Text;
using Playbooks.Generated;

namespace Playbooks.Output;

/// <summary>The output for logs and for terminals without colours: a header for each task, a line for each host, and a recap.</summary>
internal sealed class PlainOutput(OutputStream stream, int verbosity) : IRunOutput
{
    private readonly StringBuilder _text = new();
    private readonly HashSet<TaskInfo> _headed = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Host> _lost = [];
    private readonly Failures _failures = new();
    private readonly LiveLines _live = new();
    private RunStarted? _started;
    private TaskInfo? _current;
    private int _hostWidth;

    /// <inheritdoc/>
    public void Take(RunEvent runEvent)
    {
        Write(runEvent);
        if (_text.Length > 0)
        {
            stream.WriteText(_text.ToString());
            _text.Clear();
        }
    }

    private void Write(RunEvent runEvent)
    {
        switch (runEvent)
        {
            case RunStarted started:
                Start(started);
                break;
            case BatchStarted started:
                Begin(started);
                break;
            case PlayStarted started:
                Begin(started);
                break;
            case PlaySkipped skipped:
                _text.Append("\nPLAY ").AppendPrintable(skipped.Member.Name).Append(" skipped: ").AppendPrintable(skipped.Reason).Append('\n');
                break;
            case PlayStopped stopped:
                _text.Append("\nSTOPPED: ").AppendPrintable(stopped.Reason).Append(". Not run: ").AppendPrintable(Names(stopped.NotRun)).Append('\n');
                break;
            case TaskStarted started:
                Head(started.Task, started.At);
                break;
            case TaskRetrying retrying:
                Retry(retrying);
                break;
            case JobStarted started:
                _live.End(_text, started);
                Line(
                    started,
                    started.IsAttached ? "attached" : "started",
                    $"job {started.Job.Id}, {(started.IsAttached ? $"running for {Durations.Text(started.Job.Elapsed)}, " : "")}" +
                    $"at most {Durations.Text(started.Job.Limit)}");
                break;
            case JobRestarted restarted:
                _live.End(_text, restarted);
                Line(
                    restarted,
                    "restarted",
                    $"job {restarted.Job.Id}, at most {Durations.Text(restarted.Job.Limit)}; the previous job was lost: {restarted.Reason}");
                break;
            case JobLooked looked:
                var soFar = $"job {looked.Job.Id}, {Durations.Text(looked.Job.Elapsed)} of at most {Durations.Text(looked.Job.Limit)}";
                Line(
                    looked,
                    looked.IsAnswered ? "running" : "no answer",
                    looked.IsAnswered ? soFar : $"{soFar}: the job may still be running; the run asks the host again until the job's limit");
                break;
            case JobsUnwatched unwatched when verbosity > 0:
                Line(unwatched.Host, task: null, "unwatched", $"the end of a job is noticed only at the next check: {unwatched.Reason}");
                break;
            case JobPrinted printed:
                _live.Append(_text, printed, LivePrefix(printed));
                break;
            case JobFinished finished:
                _live.End(_text, finished);
                FinishJob(finished);
                break;
            case TaskFinished finished:
                Finish(finished);
                break;
            case HostRescued rescued:
                _lost.Remove(rescued.Host);
                _failures.Remove(rescued.Host, rescued.Block);
                Line(rescued, "rescued", $"from: {rescued.Message}");
                break;
            case TaskLeftRunning left:
                Line(left, "not ended", "the task could not be ended and may still run on the host");
                break;
            case LingerEnabled linger:
                Line(
                    linger.Host,
                    task: null,
                    "lingers",
                    $"lingering is now enabled for user {linger.User}, so that jobs outlive the login; " +
                    $"to disable lingering again: loginctl disable-linger {linger.User}");
                break;
            case HostDelayed delayed:
                Line(delayed.Host, task: null, "waiting", delayed.Message);
                break;
            case HostUnreachable lost:
                Lose(lost.Host, lost.Task, lost.Message, lost.At);
                break;
            case RunInterrupted interrupted:
                _live.End(_text);
                Interrupt(interrupted);
                break;
            case RunFinished finished:
                _live.End(_text);
                Recap(finished);
                break;
        }
    }

    private void Start(RunStarted started)
    {
        _started = started;
        foreach (var host in started.Play.Hosts)
        {
            _hostWidth = Math.Max(_hostWidth, host.Name.Length);
        }

        _text.Append("PLAYBOOK ").Append(started.Playbook.Name).Append(" on ").Append(Hosts(started.Play.Hosts.Count))
            .Append(", run ").Append(started.Play.RunId)
            .Append(CultureInfo.InvariantCulture, $", {started.At.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC\n");
    }

    /// <summary>Begins a playbook. A site may contain the same playbook twice: its tasks then have new headers.</summary>
    private void Begin(PlayStarted started)
    {
        _headed.Clear();
        _current = null;
        _text.Append("\nPLAY ").AppendPrintable(started.Member.Name).Append(" on ").Append(Hosts(started.Hosts.Count)).Append('\n');
    }

    /// <summary>Begins a batch. The tasks of each batch have new headers.</summary>
    private void Begin(BatchStarted started)
    {
        _headed.Clear();
        _current = null;
        _text.Append(CultureInfo.InvariantCulture, $"\nBATCH {started.Number} of {started.Count}: ").AppendPrintable(Names(started.Hosts)).Append('\n');
    }

    private void Head(TaskInfo task, DateTimeOffset at)
    {
        if (_headed.Add(task))
        {
            _current = task;
            _text
                .Append(task.Part == TaskPart.Handler ? "\nHANDLER " : "\nTASK ")
                .AppendPrintable(task.Name)
                .Append(CultureInfo.InvariantCulture, $" ({at.UtcDateTime:HH:mm:ss})\n");
        }
    }

    private void Retry(TaskRetrying retrying)
    {
        var task = retrying.Task;
        var of = task.Retry is { } retry ? $" of {retry.Count + 1}, in {Durations.Text(TimeSpan.FromSeconds(retry.Delay))}" : "";
        var why = Text(retrying.Result, ResultText.Why(retrying.Result, message: null));
        Line(retrying, "retrying", $"attempt {retrying.Attempt}{of}; the last attempt: {why}");
        if (verbosity > 0)
        {
            _text.AppendResult(retrying.Result, isWhole: true, isShown: _live.IsShown(retrying.Host, retrying.Result));
        }
    }

    private void FinishJob(JobFinished finished)
    {
        if (!finished.IsAsked)
        {
            Tell(finished, finished.Outcome, finished.Result, message: null);
        }
    }

    private void Finish(TaskFinished finished)
    {
        if (finished.Outcome == TaskOutcome.Unreachable)
        {
            Lose(finished.Host, finished.Task, finished.Message ?? "the connection to the host was lost", finished.At);
            return;
        }

        if (finished is { Task.Async.Poll: 0, Outcome: TaskOutcome.Changed, Result: null })
        {
            // The line about the job's start already shows it.
            return;
        }

        Tell(finished, finished.Outcome, finished.Result, finished.Message);
    }

    private void Tell(TaskEvent at, TaskOutcome outcome, TaskResult? result, string? message)
    {
        var failed = outcome is TaskOutcome.Failed or TaskOutcome.Ignored;
        Line(at, Words.Of(outcome), Text(result, failed ? ResultText.Why(result, message) : message ?? result?.Message));
        Close(at, outcome, result, message);
    }

    /// <summary>Returns the text after an outcome: how the job ended, and the message.</summary>
    private static string Text(TaskResult? result, string? message) =>
        string.Join(": ", ((string?[])[result?.Job is { } job ? ResultText.Of(job) : null, message]).OfType<string>());

    /// <summary>Adds the lines below an outcome, and keeps what the end of the output repeats.</summary>
    private void Close(TaskEvent at, TaskOutcome outcome, TaskResult? result, string? message)
    {
        if (outcome == TaskOutcome.Failed)
        {
            _failures.Add(at.Host, at.Task, $"'{at.Task.Name}'{Item(at)} failed", ResultText.Why(result, message));
        }

        if (result?.Diff is { } diff)
        {
            _text.AppendDiff(diff);
        }

        if (result is not null && (verbosity > 0 || outcome is TaskOutcome.Failed or TaskOutcome.Ignored))
        {
            _text.AppendResult(result, isWhole: verbosity > 0, isShown: _live.IsShown(at.Host, result));
        }
    }

    /// <summary>Returns the prefix of each line that a job prints.</summary>
    private string LivePrefix(JobPrinted printed) => new StringBuilder("  ")
        .AppendPrintable(printed.Host.Name.PadRight(_hostWidth)).Append("  ")
        .AppendPrintable(printed.Task.Name).AppendPrintable(Item(printed)).ToString();

    private void Lose(Host host, TaskInfo? task, string message, DateTimeOffset at)
    {
        if (!_lost.Add(host))
        {
            return;
        }

        if (task is not null)
        {
            Head(task, at);
        }

        Line(host, task, "UNREACHABLE", message);
        _failures.Add(host, task, task is null ? "unreachable" : $"unreachable at '{task.Name}'", message);
    }

    private void Interrupt(RunInterrupted interrupted)
    {
        _text.Append("\nINTERRUPTED: no new task was started.");
        if (interrupted.Jobs.Count == 0)
        {
            _text.Append(" No job is still running.\n");
            return;
        }

        _text.Append(CultureInfo.InvariantCulture, $" {interrupted.Jobs.Count} ")
            .Append(interrupted.Jobs.Count == 1
                ? "job is still running, until it ends or reaches its limit:\n"
                : "jobs are still running, until they end or reach their limits:\n");
        foreach (var running in interrupted.Jobs)
        {
            _text.Append("  ").AppendPrintable(running.Host.Name.PadRight(_hostWidth)).Append("  ").AppendPrintable(running.Task.Name)
                .Append(", job ").AppendPrintable(running.Job.Id)
                .Append(CultureInfo.InvariantCulture, $", {Durations.Text(running.Job.Elapsed)} of at most {Durations.Text(running.Job.Limit)}\n");
            if (running.Job.Directory is { } directory)
            {
                _text.Append(' ', _hostWidth + 4).Append("state and output: ").AppendPrintable(directory).Append('\n');
            }
        }

        _text.Append("'jobs tail -f ID' follows a job's output, 'jobs wait ID' waits until a job ends. To end ")
            .Append(interrupted.Jobs.Count == 1 ? "it" : "all")
            .Append(": jobs cancel ").AppendPrintable(string.Join(' ', interrupted.Jobs.Select(running => running.Job.Id).Distinct())).Append('\n');
    }

    private void Recap(RunFinished finished)
    {
        _text.Append("\nRECAP");
        if (_started is { } started)
        {
            _text.Append(' ').Append(started.Playbook.Name).Append(", run ").Append(started.Play.RunId)
                .Append(", ").Append(Durations.Text(finished.At - started.At));
        }

        var width = Math.Max(_hostWidth, "host".Length);
        _text.Append("\n  ").Append("host".PadRight(width)).Append("   ok  changed  unreachable  failed  skipped  rescued  ignored\n");
        foreach (var host in finished.Hosts)
        {
            _text.Append("  ").AppendPrintable(host.Host.Name.PadRight(width)).Append(
                CultureInfo.InvariantCulture,
                $"{host.Ok,5}{host.Changed,9}{host.Unreachable,13}{host.Failed,8}{host.Skipped,9}{host.Rescued,9}{host.Ignored,9}\n");
        }

        _failures.AppendTo(_text, finished.Hosts);
    }

    private void Line(TaskEvent at, string word, string text)
    {
        Head(at.Task, at.At);
        Line(at.Host, at.Task, word, text, Item(at));
    }

    /// <summary>Adds a line for a host. Further lines of a message are below it, and an earlier task is named.</summary>
    private void Line(Host host, TaskInfo? task, string word, string text, string item = "")
    {
        var from = _text.Length;
        _text.Append("  ").AppendPrintable(host.Name.PadRight(_hostWidth)).Append("  ").Append(word.PadRight(11)).Append(' ')
            .AppendPrintable(item).Append(' ');
        var lines = Printable.Lines(text);
        if (lines.Count > 0)
        {
            _text.AppendPrintable(text.AsSpan()[lines[0]]);
        }

        if (task is not null && task != _current)
        {
            _text.Append(" [").AppendPrintable(task.Name).Append(']');
        }

        while (_text.Length > from && _text[^1] == ' ')
        {
            _text.Length--;
        }

        _text.Append('\n');
        for (var i = 1; i < lines.Count; i++)
        {
            _text.Append(' ', _hostWidth + 17).AppendPrintable(text.AsSpan()[lines[i]]).Append('\n');
        }
    }

    private static string Item(TaskEvent at) =>
        at.Label is { } label ? $" ({label})"
        : at.Item is { } item ? string.Create(CultureInfo.InvariantCulture, $" (item {item + 1})")
        : "";

    private static string Names(IEnumerable<Host> hosts) => string.Join(", ", hosts.Select(host => host.Name));

    private static string Hosts(int count) => count == 1 ? "1 host" : string.Create(CultureInfo.InvariantCulture, $"{count} hosts");
}
