using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Checks;

/// <summary>PB0001: whether a type can be a playbook or a block at all.</summary>
internal static class RecordShape
{
    /// <summary>The mend that makes the playbook itself a partial record.</summary>
    internal const string MakeRecord = nameof(MakeRecord);

    /// <summary>The mend that makes a type around it partial.</summary>
    internal const string MakePartial = nameof(MakePartial);

    internal static void Check(INamedTypeSymbol type, Places places, Problems problems)
    {
        if (Flaw(type) is { } flaw)
        {
            problems.Report(
                Rules.PartialRecord,
                places.Of(type),
                Mend.With(Mend.Kind, CanBecomeRecord(type) ? MakeRecord : null),
                type.Name,
                PlaybookTypes.KindOf(type),
                flaw);
            return;
        }

        for (var container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            if (ContainerFlaw(container) is { } containerFlaw)
            {
                problems.Report(
                    Rules.PartialRecord,
                    places.Of(container),
                    Mend.With(Mend.Kind, IsPartial(container) ? null : MakePartial),
                    type.Name,
                    PlaybookTypes.KindOf(type),
                    containerFlaw);
            }
        }
    }

    /// <summary>The constructor whose parameters are the variables; <see langword="null"/> where the record has no parameter list.</summary>
    internal static IMethodSymbol? PrimaryConstructor(INamedTypeSymbol type) =>
        type.InstanceConstructors.FirstOrDefault(constructor => constructor.DeclaringSyntaxReferences
            .Any(reference => reference.GetSyntax() is TypeDeclarationSyntax { ParameterList: not null }));

    /// <summary>Whether the generated file can name it.</summary>
    internal static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    private static string? Flaw(INamedTypeSymbol type)
    {
        if (GeneratedLanguage.Flaw(type) is { } flaw)
        {
            return flaw;
        }

        if (!type.IsRecord || type.TypeKind != TypeKind.Class || !IsPartial(type))
        {
            return "make it a 'partial record'";
        }

        var isBlock = PlaybookTypes.IsBlock(type);
        if (isBlock && PlaybookTypes.PlaybookAttributeOf(type) is not null)
        {
            return "it cannot be both; take [Playbook] or [Block] away";
        }

        if (PlaybookTypes.IsHostVars(type) && PlaybookTypes.AttributeOf(type) is not null)
        {
            return "it has tasks; take [HostVars] away, and give it a record of its own";
        }

        if (!isBlock && type.Arity > 0)
        {
            return "it cannot be generic, for nobody would say of what; make what differs a variable";
        }

        if (type.IsAbstract)
        {
            return $"it is abstract; put [{(isBlock ? "Block" : PlaybookTypes.IsHostVars(type) ? "HostVars" : "Playbook")}] on the records that derive from it";
        }

        if (type.IsFileLocal)
        {
            return "it is local to its file; take 'file' away";
        }

        if (!IsVisible(type))
        {
            return "the program cannot see it; make it public or internal";
        }

        if (ObsoleteMark.IsError(type))
        {
            return ObsoleteMark.Reason;
        }

        var hasConstructor = isBlock || PrimaryConstructor(type) is not null
            || type.InstanceConstructors.Any(constructor => constructor.Parameters.IsEmpty && IsVisible(constructor));
        return hasConstructor ? null : "its variables are unknown; give it a primary constructor, or one without parameters";
    }

    /// <summary>Whether saying so is enough: a record derives from records only.</summary>
    private static bool CanBecomeRecord(INamedTypeSymbol type) =>
        !(type.IsRecord && IsPartial(type))
        && type is { TypeKind: TypeKind.Class, IsStatic: false, BaseType: { SpecialType: SpecialType.System_Object } or { IsRecord: true } };

    private static string? ContainerFlaw(INamedTypeSymbol container)
    {
        if (!IsPartial(container))
        {
            return $"make '{container.Name}' around it partial";
        }

        if (ObsoleteMark.IsError(container))
        {
            return $"'{container.Name}' around it is marked obsolete as an error; take the mark away";
        }

        if (container.Arity > 0)
        {
            return $"move it out of '{container.Name}', which is generic";
        }

        if (container.IsFileLocal)
        {
            return $"'{container.Name}' around it is local to its file; take 'file' away";
        }

        return IsVisible(container) ? null : $"the program cannot see '{container.Name}' around it; make that public or internal";
    }

    private static bool IsPartial(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.All(reference =>
            reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));
}
