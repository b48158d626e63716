using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Playbooks.Generator.Messages;
using Playbooks.Generator.Reading.Checks;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Slips;

/// <summary>
/// PB0001, PB0018 and PB0020, in code for which C# runs no analyzers: a type that is not a partial record, a duplicate name, a property without a type.
/// </summary>
internal static class MemberMistakes
{
    internal static void Read(INamedTypeSymbol type, Mistakes mistakes)
    {
        var problems = new Problems(type, mistakes);
        if (PlaybookTypes.IsBlock(type) && !Around(type).All(IsPartial))
        {
            // Its part is generated all the same, for what asks for its results, and C# refuses that one.
            RecordShape.Check(type, problems);
        }

        foreach (var (place, name, what) in Doubled(type))
        {
            mistakes.Add(Rules.NameTaken, place, name, NameAdvice.Doubled(what));
        }

        foreach (var property in RecordMembers.Declared(type).OfType<IPropertySymbol>().Where(property => property.Type.SpecialType == SpecialType.System_Void))
        {
            mistakes.Add(Rules.HiddenModule, problems.At(property), property.Name, ShapeAdvice.Void);
        }
    }

    /// <summary>Reports variables and tasks whose name a task already has.</summary>
    internal static IEnumerable<(Location Place, string Name, string What)> Doubled(INamedTypeSymbol type)
    {
        var tasks = type.GetMembers().Where(member => member is not IPropertySymbol { SetMethod: not null } && TaskShape.Of(member).Task is not null).ToList();
        foreach (var parameter in RecordShape.PrimaryConstructor(type)?.Parameters ?? [])
        {
            if (tasks.Any(task => task.Name == parameter.Name && !SymbolEqualityComparer.Default.Equals(TaskShape.TypeOf(task), parameter.Type)))
            {
                yield return (parameter.Locations[0], parameter.Name, NameAdvice.OfVariable);
            }
        }

        foreach (var member in type.GetMembers().Where(member => member is IPropertySymbol or IFieldSymbol && !member.IsImplicitlyDeclared))
        {
            if (tasks.FirstOrDefault(task => task.Name == member.Name) is { } first && !SymbolEqualityComparer.Default.Equals(first, member))
            {
                yield return (member.Locations[0], member.Name, TaskShape.Of(member).Task is null ? NameAdvice.OfVariable : NameAdvice.OfTask);
            }
        }
    }

    /// <summary>The type, and the types that contain it.</summary>
    private static IEnumerable<INamedTypeSymbol> Around(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            yield return current;
        }
    }

    private static bool IsPartial(INamedTypeSymbol type) => type.DeclaringSyntaxReferences
        .All(reference => reference.GetSyntax() is TypeDeclarationSyntax part && part.Modifiers.Any(modifier => modifier.ValueText == "partial"));
}
