using System.ComponentModel;
using Playbooks.Execution.Jobs;

namespace Playbooks.Generated;

/// <summary>A <c>[Parallel]</c> task that runs beside those that follow it.</summary>
/// <typeparam name="T">What it gives.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Branch<T>
    where T : class?
{
    internal Branch(StartedBranch<T> started) => Running = started;

    internal StartedBranch<T> Running { get; }
}
