using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>How often a failed task runs again: its <c>[Retry]</c> attribute.</summary>
/// <param name="Count">The maximum number of further runs after the first.</param>
/// <param name="Delay">The seconds between the end of one run and the start of the next.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record RetryInfo(int Count, int Delay);
