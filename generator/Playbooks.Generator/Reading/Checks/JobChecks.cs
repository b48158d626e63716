using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Playbooks.Generated;
using Playbooks.Generator.Messages;
using Playbooks.Generator.Model.Steps;
using Playbooks.Generator.Planning;
using Playbooks.Generator.Reading.Names;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Checks;

/// <summary>PB0006 and PB0010: jobs for which no task waits, or not long enough.</summary>
internal static class JobChecks
{
    private const string AtEnd = "AtEnd";

    internal static void Check(IReadOnlyList<TaskSymbol> tasks, Problems problems)
    {
        // The end, which finds the failure of a handler's job, comes right after the handlers.
        // What asks for a job only after a failure does not keep its own from being found late.
        var needed = new HashSet<TaskSymbol>(tasks.SelectMany(task => task.Needs.Where(need => need.Part == task.Part)));
        foreach (var task in tasks)
        {
            if (task is { IsJob: true, IsHandler: false }
                && !needed.Contains(task)
                && task.Attributes.Find(KnownAttributes.Async) is { } async
                && !async.Has(AtEnd))
            {
                var asked = tasks.Any(other => other.Needs.Contains(task)) ? JobAdvice.OnlyOtherParts : JobAdvice.NoLaterTask;
                problems.Report(Rules.NobodyWaits, problems.At(async, "Poll"), Mends(task, async), task.Name, asked);
            }

            if (PlaybookTypes.Is(task.Module, KnownTypes.Wait, arity: 1) && task.Attributes.Find(KnownAttributes.Retry) is { } retry)
            {
                CheckPatience(task, retry, problems);
            }
        }
    }

    private static void CheckPatience(TaskSymbol wait, AttributeData retry, Problems problems)
    {
        var longest = wait.Parameters
            .Where(binding => binding.Kind == BindingKind.Job)
            .Select(binding => binding.Task!)
            .OrderByDescending(task => task.How.Async!.Limit)
            .FirstOrDefault();
        if (longest is null || wait.How.Retry is not { Count: > 0, Delay: > 0 } patience)
        {
            return;
        }

        var limit = longest.How.Async!.Limit;
        var seconds = (long)patience.Count * patience.Delay;
        if (seconds < limit)
        {
            var enough = (limit + (long)patience.Delay - 1) / patience.Delay;
            problems.Report(
                Rules.GivesUpEarly,
                problems.At(retry),
                Mend.With(Mend.Number, enough.ToString(CultureInfo.InvariantCulture)),
                patience.Count,
                patience.Delay,
                seconds,
                longest.Name,
                limit,
                enough);
        }
    }

    /// <summary>Returns the properties for the code fixes: what <c>AtEnd</c> can be, or a task that waits, which would not run after a failure.</summary>
    private static ImmutableDictionary<string, string?> Mends(TaskSymbol task, AttributeData async)
    {
        var ends = (async.AttributeClass!.GetMembers(AtEnd).OfType<IPropertySymbol>().FirstOrDefault()?.Type.GetMembers() ?? [])
            .OfType<IFieldSymbol>().Select(member => member.Name);
        var mends = Mend.With(Mend.Choices, string.Join(" ", ends));
        return task.Part != TaskPart.Main ? mends : mends
            .AddRange(Mend.With(task.Giving(GivenKind.Job, task.IsConditional)))
            .Add(Mend.Name, GeneratedNames.Beside(task.Member.ContainingType, $"{task.Name}Done"))
            .Add(Mend.Parameter, NameForms.Camel(task.Name));
    }
}
