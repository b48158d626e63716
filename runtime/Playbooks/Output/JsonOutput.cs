using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Playbooks.Language.Results;

namespace Playbooks.Output;

/// <summary>Writes each event as a JSON object on a line of its own. The names are public and stable: see <c>docs/command-line.md</c>.</summary>
internal sealed class JsonOutput(OutputStream stream) : IRunOutput
{
    private const int Version = 1;

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private RunStarted? _started;

    /// <summary>Uses as few escapes as JSON allows: the output is UTF-8 and not part of HTML.</summary>
    internal static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public void Take(RunEvent runEvent)
    {
        ArgumentNullException.ThrowIfNull(runEvent);
        _started ??= runEvent as RunStarted;
        Write(runEvent.At, Name(runEvent), runEvent, WriteEvent);
    }

    /// <summary>Reports the error that ends the program with exit code 1.</summary>
    internal void Fail(DateTimeOffset at, string message) =>
        Write(at, "error", message, static (writer, text) =>
        {
            writer.WriteString("message", text);
            writer.WriteNumber("exitCode", 1);
        });

    /// <summary>Writes a list of names that the user has requested instead of a run.</summary>
    internal void List(DateTimeOffset at, string eventName, string playbook, string property, IReadOnlyList<string> names) =>
        Write(at, eventName, (playbook, property, names), static (writer, list) =>
        {
            writer.WriteString("playbook", list.playbook);
            writer.WriteStartArray(list.property);
            foreach (var name in list.names)
            {
                writer.WriteStringValue(name);
            }

            writer.WriteEndArray();
        });

    /// <summary>Writes an event.</summary>
    internal void Write<T>(DateTimeOffset at, string name, T value, Action<Utf8JsonWriter, T> properties)
    {
        using (var writer = new Utf8JsonWriter(_buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("event", name);
            writer.WriteString("at", at.UtcDateTime);
            if (_started is { } started)
            {
                writer.WriteString("run", started.Play.RunId);
                writer.WriteString("playbook", started.Playbook.Name);
            }

            properties(writer, value);
            writer.WriteEndObject();
        }

        _buffer.Write("\n"u8);
        stream.WriteJson(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }

    /// <summary>The public name of an event.</summary>
    internal static string Name(RunEvent runEvent) => runEvent switch
    {
        RunStarted => "run.started",
        PlayStarted => "play.started",
        PlaySkipped => "play.skipped",
        BatchStarted => "batch.started",
        PlayStopped => "play.stopped",
        TaskStarted => "task.started",
        TaskRetrying => "task.retrying",
        TaskFinished => "task.finished",
        JobStarted => "job.started",
        JobLooked => "job.looked",
        JobPrinted => "job.output",
        JobRestarted => "job.restarted",
        JobFinished => "job.finished",
        JobsUnwatched => "jobs.unwatched",
        LingerEnabled => "linger.enabled",
        HostRescued => "host.rescued",
        TaskLeftRunning => "task.notEnded",
        HostDelayed => "host.delayed",
        HostUnreachable => "host.unreachable",
        RunInterrupted => "run.interrupted",
        RunFinished => "run.finished",
        _ => throw new InvalidOperationException($"{runEvent.GetType().Name} has no name in JSON."),
    };

    private static void WriteEvent(Utf8JsonWriter writer, RunEvent runEvent)
    {
        if (runEvent is TaskEvent task)
        {
            WriteTask(writer, task);
        }

        switch (runEvent)
        {
            case RunStarted:
                writer.WriteNumber("version", Version);
                break;
            case PlayStarted play:
                writer.WriteString("play", play.Member.Path);
                WriteNames(writer, "playHosts", play.Hosts);
                break;
            case PlaySkipped play:
                writer.WriteString("play", play.Member.Path);
                writer.WriteString("message", play.Reason);
                break;
            case BatchStarted batch:
                writer.WriteNumber("number", batch.Number);
                writer.WriteNumber("count", batch.Count);
                WriteNames(writer, "batch", batch.Hosts);
                break;
            case PlayStopped stopped:
                writer.WriteString("message", stopped.Reason);
                WriteNames(writer, "notRun", stopped.NotRun);
                break;
            case TaskRetrying retrying:
                writer.WriteNumber("attempt", retrying.Attempt);
                WriteResult(writer, retrying.Result);
                break;
            case TaskFinished finished:
                WriteOutcome(writer, finished.Outcome, finished.Message);
                WriteResult(writer, finished.Result);
                break;
            case JobStarted started:
                WriteJob(writer, started.Job);
                writer.WriteBoolean("attached", started.IsAttached);
                break;
            case JobRestarted restarted:
                WriteJob(writer, restarted.Job);
                writer.WriteString("reason", restarted.Reason);
                break;
            case JobLooked looked:
                WriteJob(writer, looked.Job);
                writer.WriteBoolean("answered", looked.IsAnswered);
                break;
            case JobsUnwatched unwatched:
                writer.WriteString("host", unwatched.Host.Name);
                writer.WriteString("message", unwatched.Reason);
                break;
            case LingerEnabled linger:
                writer.WriteString("host", linger.Host.Name);
                writer.WriteString("user", linger.User);
                break;
            case JobPrinted printed:
                WritePrinted(writer, printed);
                break;
            case JobFinished finished:
                WriteJob(writer, finished.Job);
                WriteOutcome(writer, finished.Outcome, message: null);
                WriteResult(writer, finished.Result);
                break;
            case HostRescued rescued:
                writer.WriteString("message", rescued.Message);
                break;
            case HostDelayed delayed:
                writer.WriteString("host", delayed.Host.Name);
                writer.WriteString("message", delayed.Message);
                break;
            case HostUnreachable lost:
                WriteLost(writer, lost);
                break;
            case RunInterrupted interrupted:
                WriteInterrupted(writer, interrupted);
                break;
            case RunFinished finished:
                WriteFinished(writer, finished);
                break;
        }
    }

    private static void WriteNames(Utf8JsonWriter writer, string property, IReadOnlyList<Host> hosts)
    {
        writer.WriteStartArray(property);
        foreach (var host in hosts)
        {
            writer.WriteStringValue(host.Name);
        }

        writer.WriteEndArray();
    }

    private static void WriteTask(Utf8JsonWriter writer, TaskEvent task)
    {
        writer.WriteString("task", task.Task.Path);
        writer.WriteString("host", task.Host.Name);
        if (task.Item is { } item)
        {
            writer.WriteNumber("item", item);
        }

        if (task.Label is not null)
        {
            writer.WriteString("label", task.Label);
        }
    }

    private static void WriteOutcome(Utf8JsonWriter writer, TaskOutcome outcome, string? message)
    {
        writer.WriteString("outcome", Camel(outcome.ToString()));
        if (message is not null)
        {
            writer.WriteString("message", message);
        }
    }

    private static void WriteResult(Utf8JsonWriter writer, TaskResult? result)
    {
        if (result is not null)
        {
            writer.WritePropertyName("result"u8);
            ResultJson.Write(writer, result);
        }
    }

    /// <summary>Writes a job.</summary>
    internal static void WriteJob(Utf8JsonWriter writer, JobInfo job) => JobFormat.Instance.Write(writer, "job"u8, job);

    /// <summary>Writes a chunk of a job's output.</summary>
    internal static void WriteChunk(Utf8JsonWriter writer, StreamName stream, long offset, ReadOnlySpan<byte> bytes)
    {
        writer.WriteString("stream", Camel(stream.ToString()));
        writer.WriteNumber("offset", offset);
        if (Utf8.IsValid(bytes))
        {
            writer.WriteString("text", bytes);
        }
        else
        {
            writer.WriteBase64String("base64", bytes);
        }
    }

    private static void WritePrinted(Utf8JsonWriter writer, JobPrinted printed)
    {
        writer.WriteStartObject("job");
        writer.WriteString("id", printed.JobId);
        writer.WriteEndObject();
        WriteChunk(writer, printed.Stream, printed.Offset, printed.Bytes.Span);
    }

    private static void WriteLost(Utf8JsonWriter writer, HostUnreachable lost)
    {
        writer.WriteString("host", lost.Host.Name);
        if (lost.Task is { } task)
        {
            writer.WriteString("task", task.Path);
        }

        writer.WriteString("message", lost.Message);
    }

    private static void WriteInterrupted(Utf8JsonWriter writer, RunInterrupted interrupted)
    {
        writer.WriteStartArray("jobs");
        foreach (var running in interrupted.Jobs)
        {
            writer.WriteStartObject();
            writer.WriteString("host", running.Host.Name);
            writer.WriteString("task", running.Task.Path);
            WriteJob(writer, running.Job);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteFinished(Utf8JsonWriter writer, RunFinished finished)
    {
        writer.WriteStartObject("hosts");
        foreach (var host in finished.Hosts)
        {
            writer.WriteStartObject(host.Host.Name);
            writer.WriteNumber("ok", host.Ok);
            writer.WriteNumber("changed", host.Changed);
            writer.WriteNumber("failed", host.Failed);
            writer.WriteNumber("skipped", host.Skipped);
            writer.WriteNumber("unreachable", host.Unreachable);
            writer.WriteNumber("rescued", host.Rescued);
            writer.WriteNumber("ignored", host.Ignored);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteNumber("exitCode", finished.ExitCode);
    }

    /// <summary>Converts a name to camel case.</summary>
    internal static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
