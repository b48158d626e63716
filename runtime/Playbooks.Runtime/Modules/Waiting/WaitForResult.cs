using System.Text.Json.Serialization;

namespace Playbooks;

/// <summary>What <see cref="WaitFor"/> saw; how long it waited is the <see cref="TaskResult.Duration"/>.</summary>
public sealed record WaitForResult : TaskResult
{
    /// <summary>The first line that matched; <see langword="null"/> where no line was sought, or none was found.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Line { get; init; }

    /// <summary>Whether the time was over before it was so.</summary>
    public bool TimedOut { get; init; }
}
