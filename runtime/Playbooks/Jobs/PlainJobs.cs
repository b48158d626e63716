using System.Globalization;
using System.Text;
using Playbooks.Jobs.Finding;
using Playbooks.Jobs.Following;
using Playbooks.Output;

namespace Playbooks.Jobs;

/// <summary>Shows jobs as text, one job per line.</summary>
/// <param name="stream">Standard output.</param>
/// <param name="error">Standard error, for errors.</param>
/// <param name="errorBytes">Standard error, for the output of jobs.</param>
internal sealed class PlainJobs(OutputStream stream, TextWriter error, Stream errorBytes) : IJobsOutput
{
    private const int Lines = 10;

    private static readonly string[] s_columns = ["HOST", "JOB", "STATE", "FOR", "TASK", "PLAYBOOK", "STARTED (UTC)", "USER", "KEY"];

    private readonly Lock _gate = new();
    private readonly Dictionary<StreamName, Decoder> _decoders = [];

    /// <summary>Whether the output of jobs goes to a stream byte by byte, because only programs read that stream.</summary>
    internal Func<StreamName, bool> IsRaw { get; init; } = _ => false;

    public void List(IReadOnlyList<FoundJob> jobs)
    {
        if (jobs.Count == 0)
        {
            Complain("No jobs.");
            return;
        }

        var rows = jobs.Select(job => new[]
        {
            job.Handle.Host, job.Handle.Id, State(job), For(job), job.Task, job.Playbook, Time(job.Handle.Started), job.Handle.User, job.Key ?? "",
        }).Select(row => Array.ConvertAll(row, cell => new StringBuilder().AppendPrintable(cell).ToString())).ToList();

        // Empty columns are omitted.
        var columns = Enumerable.Range(0, s_columns.Length).Where(column => rows.Any(row => row[column].Length > 0)).ToList();
        var widths = columns.ConvertAll(column => rows.Append(s_columns).Max(row => row[column].Length));
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(s_columns))
        {
            text.AppendJoin("  ", columns.Zip(widths, (column, width) => row[column].PadRight(width)));
            Trim(text).Append('\n');
        }

        Write(text);
    }

    public void Show(FoundJob job, JobOutput tail)
    {
        var text = new StringBuilder();
        Property(text, "job", job.Handle.Id);
        Property(text, "key", job.Key);
        Property(text, "host", job.Handle.Host);
        Property(text, "user", job.Handle.User);
        Property(text, "state", State(job));
        Property(text, "why", job.Reason);
        Property(text, "task", job.Task);
        Property(text, "playbook", job.Playbook);
        Property(text, "run", job.Run);
        Property(text, "started", $"{Time(job.Handle.Started)} UTC");
        Property(text, "ended", job.Finished is { } finished ? $"{Time(finished)} UTC" : null);
        Property(text, job.HasEnded ? "ran" : "runs", For(job));
        Property(text, "files", job.Handle.Directory);
        Property(text, "note", tail.HadNoRoom ? "the disk was full when the job ended; parts of its output may be missing" : null);
        Tail(text, "stderr", tail.Stderr);
        Tail(text, "stdout", tail.Stdout);
        Write(text);
    }

    public void End(FoundJob job, JobEnd end)
    {
        var ended = job.With(end);
        var why = ended.Reason is { } reason && ended.State is JobState.Lost or JobState.Failed ? $": {ended.Reason}" : "";
        var text = new StringBuilder().AppendPrintable(ended.Handle.Host).Append("  ").Append(ended.Handle.Id).Append("  ")
            .AppendPrintable($"{State(ended)} after {For(ended)}{why}").Append('\n');
        Write(text);
    }

    public void Print(FoundJob job, JobChunk chunk)
    {
        lock (_gate)
        {
            switch (chunk.Stream, IsRaw(chunk.Stream))
            {
                case (StreamName.Stdout, true):
                    stream.WriteBytes(chunk.Bytes.Span);
                    break;
                case (StreamName.Stdout, false):
                    stream.WriteText(Decode(chunk));
                    break;
                case (_, true):
                    errorBytes.Write(chunk.Bytes.Span);
                    errorBytes.Flush();
                    break;
                case (_, false):
                    error.Write(Decode(chunk));
                    break;
            }
        }
    }

    public void Remove(Host host, IReadOnlyList<string> jobs)
    {
        var text = new StringBuilder();
        foreach (var job in jobs)
        {
            text.AppendPrintable(host.Name).Append("  ").AppendPrintable(job).Append("  removed\n");
        }

        Write(text);
    }

    public void Miss(string id) => Complain($"There is no job '{id}' on the hosts that could be reached.");

    public void Lose(Host host, string message) => Complain($"{host.Name} is unreachable: {message}");

    public void Hide(Host host, string user, string message) => Complain($"{host.Name}: jobs of {user} are not shown: {message}");

    // A character may be split between two chunks.
    private string Decode(JobChunk chunk)
    {
        if (!_decoders.TryGetValue(chunk.Stream, out var decoder))
        {
            _decoders[chunk.Stream] = decoder = Encoding.UTF8.GetDecoder();
        }

        var text = new char[decoder.GetCharCount(chunk.Bytes.Span, flush: false)];
        decoder.GetChars(chunk.Bytes.Span, text, flush: false);
        return new string(text);
    }

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string For(FoundJob job) => $"{Durations.Text(job.Elapsed)} of {Durations.Text(job.Handle.Limit)}";

    private static string State(FoundJob job) => job.State switch
    {
        JobState.TimedOut => "timed out",
        JobState.Failed when job.Signal is { } signal => $"failed, signal {signal}",
        JobState.Failed when job.Rc is { } rc => string.Create(CultureInfo.InvariantCulture, $"failed, rc {rc}"),
        var state => JsonOutput.Camel(state.ToString()),
    };

    private static void Property(StringBuilder text, string name, string? value)
    {
        if (value is { Length: > 0 })
        {
            text.Append(name.PadRight(10)).AppendPrintable(value).Append('\n');
        }
    }

    private static void Tail(StringBuilder text, string name, string content)
    {
        var lines = Printable.Lines(content);
        text.Append(lines.Count == 0 ? "" : $"last lines of {name}:\n");
        foreach (var line in lines.TakeLast(Lines))
        {
            text.Append("  ").AppendPrintable(content.AsSpan()[line]).Append('\n');
        }
    }

    private static StringBuilder Trim(StringBuilder text)
    {
        while (text.Length > 0 && text[^1] == ' ')
        {
            text.Length--;
        }

        return text;
    }

    private void Complain(string message)
    {
        lock (_gate)
        {
            error.WriteLine(new StringBuilder().AppendPrintable(message));
        }
    }

    private void Write(StringBuilder text)
    {
        lock (_gate)
        {
            stream.WriteText(text.ToString());
        }
    }
}
