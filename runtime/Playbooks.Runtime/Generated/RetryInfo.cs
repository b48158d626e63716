using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>How often a task is run again: its <c>[Retry]</c>.</summary>
/// <param name="Count">How many more runs after the first.</param>
/// <param name="Delay">The seconds between one run's end and the next one's start.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record RetryInfo(int Count, int Delay);
