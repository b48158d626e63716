using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Planning;

/// <summary>Which tasks have been there when another one runs.</summary>
internal static class EarlierTasks
{
    /// <summary>The tasks before a place; before a handler, which runs when all have ended, all of them. No handlers: nobody can ask for theirs.</summary>
    internal static IEnumerable<TaskSymbol> Before(this IReadOnlyList<TaskSymbol> tasks, int place) =>
        (tasks[place].IsHandler ? tasks : tasks.Take(place)).Where(task => !task.IsHandler);
}
