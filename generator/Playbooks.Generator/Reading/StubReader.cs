using Microsoft.CodeAnalysis;
using Playbooks.Generator.Model;

namespace Playbooks.Generator.Reading;

/// <summary>
/// Reads what others may name of a block in which something is wrong. Without its <c>Results</c> the compiler would refuse them, too, and
/// for that tell nothing of the mistake itself.
/// </summary>
internal static class StubReader
{
    /// <returns>The model; <see langword="null"/> if the generator cannot add to the record, or something in it is called <c>Results</c>.</returns>
    internal static StubModel? Read(INamedTypeSymbol block, CancellationToken token)
    {
        var problems = new Problems(sink: null);
        var places = new Places(block);
        RecordShape.Check(block, places, problems);
        if (problems.HasErrors || !block.GetMembers("Results").IsEmpty)
        {
            return null;
        }

        var tasks = new MemberReader(block, places, problems).Read(token)
            .Where(task => !task.IsHandler && IsNameable(task, block, token))
            .GroupBy(task => task.Name, StringComparer.Ordinal)
            .Select(group => group.First())
            .ToList();
        return new StubModel(
            GeneratedNames.Hint(block),
            TypeNames.Namespace(block.ContainingNamespace),
            Containers.Of(block),
            TypeNames.Identifier(block.Name) + TypeNames.Parameters(block),
            PlaybookReader.HidesResults(block, token),
            tasks.Select(task => $"{RunPlanner.Listed(task, task.ResultCode)} {TypeNames.Identifier(task.Name)}").ToEquatableArray(),
            UserWarnings.Of(block, tasks).ToEquatableArray());
    }

    private static bool IsNameable(TaskSymbol task, INamedTypeSymbol block, CancellationToken token) =>
        !MemberReader.IsReserved(task.Name)
        && TypeVisibility.IsVisible(task.Result ?? task.Module, block)
        && (!task.IsBlock || (!BlockCycle.Contains(task.Module, block) && PlaybookReader.HasResults(task.Module.OriginalDefinition, token)));
}
