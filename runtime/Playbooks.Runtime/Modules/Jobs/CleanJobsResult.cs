using System.Text.Json;

namespace Playbooks;

/// <summary>What <see cref="CleanJobs"/> removed.</summary>
public sealed record CleanJobsResult : TaskResult
{
    /// <summary>The ids of the jobs.</summary>
    public IReadOnlyList<string> Removed { get; init; } = [];

    /// <inheritdoc/>
    public override void WriteProperties(Utf8JsonWriter writer)
    {
        base.WriteProperties(writer);
        writer.WriteStartArray("removed");
        foreach (var id in Removed)
        {
            writer.WriteStringValue(id);
        }

        writer.WriteEndArray();
    }
}
