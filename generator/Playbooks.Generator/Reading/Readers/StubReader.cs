using Microsoft.CodeAnalysis;
using Playbooks.Generator.Model;
using Playbooks.Generator.Model.Steps;
using Playbooks.Generator.Reading.Checks;
using Playbooks.Generator.Reading.Names;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Readers;

/// <summary>
/// Reads the members of a block with errors that other code may use. Without its <c>Results</c>, the compiler would also reject the other code, and
/// would not report the mistake itself. A type without <c>partial</c> also gets its generated part: the compiler then reports the missing keyword.
/// </summary>
internal static class StubReader
{
    /// <returns>The model; <see langword="null"/> if nothing can be added to the type, or the type already has a member <c>Results</c>.</returns>
    internal static StubModel? Read(INamedTypeSymbol block, CancellationToken token)
    {
        if (GeneratedLanguage.Of(block) < GeneratedLanguage.OldestOfStubs
            || !RecordShape.IsVisible(block)
            || !block.GetMembers(KnownTypes.Results).IsEmpty
            || block.TypeParameters.Any(parameter => parameter.Name == KnownTypes.Results)
            || block.IsFileLocal
            || UserWarnings.Containers(block).Any(container => container.Arity > 0 || container.IsFileLocal))
        {
            return null;
        }

        var tasks = new MemberReader(block, new Problems(block, sink: null)).Read(token)
            .Where(task => !task.IsHandler && IsNameable(task, block, token))
            .GroupBy(task => task.Name, StringComparer.Ordinal)
            .Select(group => group.First())
            .ToList();
        return new StubModel(
            GeneratedNames.Hint(block),
            TypeNames.Namespace(block.ContainingNamespace),
            Containers.Of(block),
            Containers.Part(block),
            PlaybookReader.HidesResults(block, token),
            tasks.Select(task => new StubResult(task.Name, task.Giving(GivenKind.Result, mayBeNull: false))).ToEquatableArray(),
            UserWarnings.Of(block, tasks).ToEquatableArray());
    }

    private static bool IsNameable(TaskSymbol task, INamedTypeSymbol block, CancellationToken token) =>
        !MemberReader.IsReserved(task.Name)
        && TypeVisibility.IsVisible(task.Result ?? task.Module, block)
        && (!task.IsBlock || (!BlockCycle.Contains(task.Module, block) && PlaybookReader.HasResults(task.Module.OriginalDefinition, token)));
}
