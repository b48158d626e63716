using Microsoft.CodeAnalysis;
using Playbooks.Generator.Messages;
using Playbooks.Generator.Reading.Names;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Checks;

/// <summary>PB0001: generated code uses <c>global::</c>, which cannot name types of a library that has only other aliases.</summary>
internal static class LibraryNames
{
    internal static void Check(INamedTypeSymbol type, IReadOnlyList<TaskSymbol> tasks, Problems problems)
    {
        if (type.ContainingAssembly is not ISourceAssemblySymbol { Compilation: var compilation } || !compilation.References.Any(IsUnnamed))
        {
            return;
        }

        foreach (var (member, named) in Named(type, tasks))
        {
            if (named.ContainingAssembly is { } library && compilation.GetMetadataReference(library) is { } reference && IsUnnamed(reference))
            {
                problems.Report(
                    Rules.PartialRecord,
                    problems.At(member),
                    type.Name,
                    PlaybookTypes.KindOf(type),
                    RecordAdvice.AliasOnly(member.Name, TypeNames.Shown(named), reference.Properties.Aliases[0]));
                return;
            }
        }
    }

    private static bool IsUnnamed(MetadataReference reference) =>
        reference.Properties.Aliases is { IsDefaultOrEmpty: false } aliases && !aliases.Contains(MetadataReferenceProperties.GlobalAlias);

    /// <summary>The types that generated code names, with the members that need them.</summary>
    private static IEnumerable<(ISymbol Member, INamedTypeSymbol Type)> Named(INamedTypeSymbol type, IReadOnlyList<TaskSymbol> tasks)
    {
        var variables = RecordMembers.Chain(type).SelectMany(record => record.GetMembers().OfType<IPropertySymbol>())
            .Where(property => property.SetMethod is not null)
            .Concat<ISymbol>(RecordShape.PrimaryConstructor(type)?.Parameters ?? []);
        return variables.Select(variable => (variable, variable is IPropertySymbol property ? property.Type : ((IParameterSymbol)variable).Type))
            .Concat(tasks.SelectMany(task => Types(task).Select(named => (task.Member, named))))
            .SelectMany(item => UserWarnings.Parts(item.Item2).OfType<INamedTypeSymbol>().Select(named => (item.Item1, named)));
    }

    private static IEnumerable<ITypeSymbol> Types(TaskSymbol task)
    {
        var asked = task.Member is IMethodSymbol method ? method.Parameters.Select(parameter => parameter.Type) : [];
        return asked.Append(task.Module).Concat(task.Result is { } result ? [result] : []);
    }
}
