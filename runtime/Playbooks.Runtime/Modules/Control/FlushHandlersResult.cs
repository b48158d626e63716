using System.Text.Json;

namespace Playbooks;

/// <summary>What <see cref="FlushHandlers"/> ran.</summary>
public sealed record FlushHandlersResult : TaskResult
{
    /// <summary>The handlers that ran, in order, each as <see cref="TaskInfo.Name"/>.</summary>
    public IReadOnlyList<string> Handlers { get; init; } = [];

    /// <inheritdoc/>
    public override void WriteProperties(Utf8JsonWriter writer)
    {
        base.WriteProperties(writer);
        writer.WriteStartArray("handlers");
        foreach (var handler in Handlers)
        {
            writer.WriteStringValue(handler);
        }

        writer.WriteEndArray();
    }
}
