using System.Text.Json;
using Playbooks.Generated;

namespace Playbooks.Language.Results;

/// <summary>The format of jobs in results and events.</summary>
internal sealed class JobFormat : RecordFormat<JobInfo>
{
    internal static readonly JobFormat Instance = new();

    private static readonly ValueFormat<JobState> _state = ValueFormat.Name<JobState>();
    private static readonly ValueFormat<string?> _directory = ValueFormat.OrNull(ValueFormat.Text);

    protected override void WriteProperties(Utf8JsonWriter writer, JobInfo value)
    {
        ValueFormat.Text.Write(writer, "id"u8, value.Id);
        _state.Write(writer, "state"u8, value.State);
        ValueFormat.Seconds.Write(writer, "limit"u8, value.Limit);
        ValueFormat.Seconds.Write(writer, "elapsed"u8, value.Elapsed);
        if (value.Directory is not null)
        {
            _directory.Write(writer, "directory"u8, value.Directory);
        }
    }

    protected override JobInfo ReadProperties(JsonElement json) =>
        new(ValueFormat.Text.Read(json, "id", ""), _state.Read(json, "state", default), ValueFormat.Seconds.Read(json, "limit", default))
        {
            Elapsed = ValueFormat.Seconds.Read(json, "elapsed", default),
            Directory = _directory.Read(json, "directory", null),
        };
}
