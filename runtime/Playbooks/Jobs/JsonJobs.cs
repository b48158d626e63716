using System.Text.Json;
using Playbooks.Jobs.Finding;
using Playbooks.Jobs.Following;
using Playbooks.Output;

namespace Playbooks.Jobs;

/// <summary>Shows jobs as JSON, one object per line.</summary>
internal sealed class JsonJobs(JsonOutput json, TimeProvider time) : IJobsOutput
{
    private readonly Lock _gate = new();

    public void List(IReadOnlyList<FoundJob> jobs)
    {
        foreach (var job in jobs)
        {
            Tell("job.listed", job, WriteJob);
        }
    }

    public void Show(FoundJob job, JobOutput tail) => Tell("job.shown", (job, tail), static (writer, shown) =>
    {
        WriteJob(writer, shown.job);
        writer.WriteString("stdout", shown.tail.Stdout);
        writer.WriteString("stderr", shown.tail.Stderr);
        if (shown.tail.HadNoRoom)
        {
            writer.WriteBoolean("noRoom", true);
        }
    });

    public void End(FoundJob job, JobEnd end) => Tell("job.ended", job.With(end), WriteJob);

    public void Print(FoundJob job, JobChunk chunk) => Tell("job.output", (job, chunk), static (writer, printed) =>
    {
        writer.WriteString("host", printed.job.Handle.Host);
        writer.WriteStartObject("job");
        writer.WriteString("id", printed.job.Handle.Id);
        writer.WriteEndObject();
        JsonOutput.WriteChunk(writer, printed.chunk.Stream, printed.chunk.Offset, printed.chunk.Bytes.Span);
    });

    public void Remove(Host host, IReadOnlyList<string> jobs) => Tell("jobs.removed", (host, jobs), static (writer, removed) =>
    {
        writer.WriteString("host", removed.host.Name);
        writer.WriteStartArray("jobs");
        foreach (var job in removed.jobs)
        {
            writer.WriteStringValue(job);
        }

        writer.WriteEndArray();
    });

    public void Miss(string id) => Tell("job.missing", id, static (writer, missing) =>
    {
        writer.WriteStartObject("job");
        writer.WriteString("id", missing);
        writer.WriteEndObject();
    });

    public void Lose(Host host, string message) => Tell("host.unreachable", (host, message), static (writer, lost) =>
    {
        writer.WriteString("host", lost.host.Name);
        writer.WriteString("message", lost.message);
    });

    public void Hide(Host host, string user, string message) => Tell("jobs.hidden", (host, user, message), static (writer, hidden) =>
    {
        writer.WriteString("host", hidden.host.Name);
        writer.WriteString("user", hidden.user);
        writer.WriteString("message", hidden.message);
    });

    private static void WriteJob(Utf8JsonWriter writer, FoundJob job)
    {
        writer.WriteString("run", job.Run);
        writer.WriteString("playbook", job.Playbook);
        writer.WriteString("task", job.Task);
        writer.WriteString("host", job.Handle.Host);
        writer.WriteString("user", job.Handle.User);
        JsonOutput.WriteJob(writer, new JobInfo(job.Handle.Id, job.State, job.Handle.Limit) { Elapsed = job.Elapsed, Directory = job.Handle.Directory });
        writer.WriteString("started", job.Handle.Started.UtcDateTime);
        if (job.Finished is { } finished)
        {
            writer.WriteString("finished", finished.UtcDateTime);
        }

        if (job.Key is { } key)
        {
            writer.WriteString("key", key);
        }

        if (job.Rc is { } rc)
        {
            writer.WriteNumber("rc", rc);
        }

        if (job.Signal is { } signal)
        {
            writer.WriteString("signal", signal);
        }

        if (job.Reason is { } reason)
        {
            writer.WriteString("reason", reason);
        }
    }

    private void Tell<T>(string name, T value, Action<Utf8JsonWriter, T> properties)
    {
        lock (_gate)
        {
            json.Write(time.GetUtcNow(), name, value, properties);
        }
    }
}
