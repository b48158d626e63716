using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Planning;

/// <summary>Finds the tasks that come before another task.</summary>
internal static class EarlierTasks
{
    /// <summary>
    /// Returns the tasks before a place. A handler runs at the end, so all tasks come before it. Handlers are not included: no task can use their
    /// results.
    /// </summary>
    internal static IEnumerable<TaskSymbol> Before(this IReadOnlyList<TaskSymbol> tasks, int place) =>
        (tasks[place].IsHandler ? tasks : tasks.Take(place)).Where(task => !task.IsHandler);
}
