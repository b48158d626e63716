using System.Text.Json.Serialization;

namespace Playbooks;

/// <summary>The result of <see cref="WaitFor"/>. Its <see cref="TaskResult.Duration"/> is how long the task waited.</summary>
public sealed record WaitForResult : TaskResult
{
    /// <summary>The first line that matched; <see langword="null"/> if no line matched, or if the task waited for a port or a file.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Line { get; init; }

    /// <summary>Whether <see cref="WaitFor.Timeout"/> was reached without success.</summary>
    public bool TimedOut { get; init; }
}
