using Playbooks.Generator.Messages;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Checks;

/// <summary>PB0017: handlers that nothing notifies.</summary>
internal static class UnusedHandlers
{
    internal static void Check(IReadOnlyList<TaskSymbol> tasks, Places places, Problems problems)
    {
        var notified = new HashSet<TaskSymbol>(tasks.SelectMany(task => task.Notifies));
        foreach (var handler in tasks.Where(task => task.IsHandler && !notified.Contains(task)))
        {
            problems.Report(
                Rules.NeverRuns,
                places.Of(handler.Attributes.Find(KnownAttributes.Handler)!),
                handler.Name,
                TargetAdvice.NothingNotifies(handler.Name));
        }
    }
}
