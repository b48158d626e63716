using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Playbooks.Generator.Messages;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Checks;

/// <summary>PB0001: whether a type can be a playbook, a block or a record of host variables.</summary>
internal static class RecordShape
{
    /// <summary>The mend that makes the playbook itself a partial record.</summary>
    internal const string MakeRecord = nameof(MakeRecord);

    /// <summary>The mend that makes a type around it partial.</summary>
    internal const string MakePartial = nameof(MakePartial);

    internal static void Check(INamedTypeSymbol type, Problems problems)
    {
        if (Flaw(type) is { } flaw)
        {
            problems.Report(
                Rules.PartialRecord,
                problems.At(type),
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
                    problems.At(container),
                    Mend.With(Mend.Kind, IsPartial(container) ? null : MakePartial),
                    type.Name,
                    PlaybookTypes.KindOf(type),
                    containerFlaw);
            }
        }
    }

    /// <summary>The constructor whose parameters are the variables; <see langword="null"/> if the record has no parameter list.</summary>
    internal static IMethodSymbol? PrimaryConstructor(INamedTypeSymbol type) =>
        type.InstanceConstructors.FirstOrDefault(constructor => constructor.DeclaringSyntaxReferences
            .Any(reference => reference.GetSyntax() is TypeDeclarationSyntax { ParameterList: not null }));

    /// <summary>Whether the generated file can access it.</summary>
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
            return RecordAdvice.NoPartialRecord;
        }

        var isBlock = PlaybookTypes.IsBlock(type);
        if (isBlock && PlaybookTypes.PlaybookAttributeOf(type) is not null)
        {
            return RecordAdvice.Both;
        }

        if (PlaybookTypes.IsHostVars(type) && PlaybookTypes.AttributeOf(type) is not null)
        {
            return RecordAdvice.HasTasks;
        }

        if (!isBlock && type.Arity > 0)
        {
            return RecordAdvice.Generic;
        }

        if (type.IsAbstract)
        {
            return RecordAdvice.Abstract(isBlock ? "Block" : PlaybookTypes.IsHostVars(type) ? "HostVars" : "Playbook");
        }

        if (type.IsFileLocal)
        {
            return RecordAdvice.FileLocal;
        }

        if (!IsVisible(type))
        {
            return RecordAdvice.Invisible;
        }

        if (ObsoleteMark.IsError(type))
        {
            return RecordAdvice.Obsolete;
        }

        var hasConstructor = isBlock || PrimaryConstructor(type) is not null
            || type.InstanceConstructors.Any(constructor => constructor.Parameters.IsEmpty && IsVisible(constructor));
        return hasConstructor ? null : RecordAdvice.NoConstructor;
    }

    /// <summary>Whether the keyword <c>record</c> is enough: a record can derive only from records.</summary>
    private static bool CanBecomeRecord(INamedTypeSymbol type) =>
        !(type.IsRecord && IsPartial(type))
        && type is { TypeKind: TypeKind.Class, IsStatic: false, BaseType: { SpecialType: SpecialType.System_Object } or { IsRecord: true } };

    private static string? ContainerFlaw(INamedTypeSymbol container)
    {
        if (!IsPartial(container))
        {
            return RecordAdvice.AroundNotPartial(container.Name);
        }

        if (ObsoleteMark.IsError(container))
        {
            return RecordAdvice.AroundObsolete(container.Name);
        }

        if (container.Arity > 0)
        {
            return RecordAdvice.AroundGeneric(container.Name);
        }

        if (container.IsFileLocal)
        {
            return RecordAdvice.AroundFileLocal(container.Name);
        }

        return IsVisible(container) ? null : RecordAdvice.AroundInvisible(container.Name);
    }

    private static bool IsPartial(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.All(reference =>
            reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));
}
