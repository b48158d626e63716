using System.ComponentModel;
using Playbooks.Execution.Jobs;

namespace Playbooks.Generated;

/// <summary>A branch: a <c>[Parallel]</c> task that runs beside the tasks that follow it.</summary>
/// <typeparam name="T">The type of the branch's result.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Branch<T>
    where T : class?
{
    internal Branch(StartedBranch<T> started) => Running = started;

    internal StartedBranch<T> Running { get; }
}
