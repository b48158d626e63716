using Playbooks.Generator.Messages;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Checks;

/// <summary>PB0017: handlers that nothing notifies.</summary>
internal static class UnusedHandlers
{
    internal static void Check(IReadOnlyList<TaskSymbol> tasks, Problems problems)
    {
        var notified = new HashSet<TaskSymbol>(tasks.SelectMany(task => task.Notifies));
        foreach (var handler in tasks.Where(task => task.IsHandler && !notified.Contains(task)))
        {
            problems.Report(
                Rules.NeverRuns,
                problems.At(handler.Attributes.Find(KnownAttributes.Handler)!),
                handler.Name,
                TargetAdvice.NothingNotifies(handler.Name));
        }
    }
}
