using Microsoft.CodeAnalysis;
using Playbooks.Generator.Messages;
using Playbooks.Generator.Reading.Names;

namespace Playbooks.Generator.Reading.Symbols;

/// <summary>The kind of a public member, from its declaration: a task, a helper, or a mistake (PB0020).</summary>
/// <param name="Task">The task, if it is one.</param>
/// <param name="Flaw">Why it is not a task although it contains a module; <see langword="null"/> for a task or a helper.</param>
internal sealed record TaskShape(TaskSymbol? Task, string? Flaw)
{
    private static readonly TaskShape _helper = new(null, null);

    internal static TaskShape Of(ISymbol member)
    {
        var type = TypeOf(member);
        if (type is null || !HoldsModule(type))
        {
            return _helper;
        }

        return MemberFlaw(member) is { } flaw ? new(null, flaw) : OfType(member, type);
    }

    /// <summary>Returns the type of a member's value, for every kind of member.</summary>
    internal static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IPropertySymbol property => property.Type,
        IMethodSymbol { MethodKind: MethodKind.Ordinary } method => method.ReturnType,
        IFieldSymbol field => field.Type,
        _ => null,
    };

    /// <summary>Whether C# does not know the type or a part of it, or rejects it as obsolete.</summary>
    internal static bool IsUnknown(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Error } => true,
        IArrayTypeSymbol array => IsUnknown(array.ElementType),
        INamedTypeSymbol named =>
            ObsoleteMark.IsError(named) || named.TypeArguments.Any(IsUnknown) || (named.ContainingType is { } container && IsUnknown(container)),
        _ => false,
    };

    private static bool HoldsModule(ITypeSymbol type) =>
        IsTask(type) || type switch
        {
            IArrayTypeSymbol array => HoldsModule(array.ElementType),
            ITypeParameterSymbol parameter => parameter.ConstraintTypes.Any(HoldsModule),
            INamedTypeSymbol named => named.TypeArguments.Any(HoldsModule) || named.AllInterfaces.Any(IsSequenceOfModules),
            _ => false,
        };

    private static bool IsSequenceOfModules(INamedTypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T
        && IsTask(type.TypeArguments[0]);

    private static bool IsTask(ITypeSymbol type) => PlaybookTypes.ResultOf(type) is not null || PlaybookTypes.IsBlock(type);

    private static string? MemberFlaw(ISymbol member) => member switch
    {
        { IsStatic: true } => ShapeAdvice.Static,
        IFieldSymbol => ShapeAdvice.Field,
        IPropertySymbol { IsIndexer: true } => ShapeAdvice.Indexer,
        IPropertySymbol { ReturnsByRef: true } or IPropertySymbol { ReturnsByRefReadonly: true } => ShapeAdvice.ByReference,
        IPropertySymbol { SetMethod.IsInitOnly: true } => ShapeAdvice.Init,
        IPropertySymbol { SetMethod: not null } => ShapeAdvice.Set,
        IMethodSymbol { IsGenericMethod: true } => ShapeAdvice.Generic,
        IMethodSymbol { ReturnsByRef: true } or IMethodSymbol { ReturnsByRefReadonly: true } => ShapeAdvice.ByReference,
        IMethodSymbol { IsVararg: true } => ShapeAdvice.Arguments,
        IMethodSymbol method when method.Parameters.FirstOrDefault(parameter => parameter.RefKind != RefKind.None) is { } parameter =>
            ShapeAdvice.ParameterByReference(parameter.Name),
        _ when ObsoleteMark.IsError(member) => ShapeAdvice.Obsolete,
        _ => null,
    };

    private static TaskShape OfType(ISymbol member, ITypeSymbol type)
    {
        var isNullable = type.NullableAnnotation == NullableAnnotation.Annotated;
        if (IsTask(type))
        {
            return type is INamedTypeSymbol { IsAbstract: false } module
                ? new(Symbol(member, module, isNullable, isLoop: false), null)
                : new(null, ShapeAdvice.AnyModule(TypeNames.Shown(type)));
        }

        if (type is not INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T } sequence
            || !IsTask(sequence.TypeArguments[0]))
        {
            return new(null, ShapeAdvice.NoShape(TypeNames.Shown(type)));
        }

        if (isNullable)
        {
            return new(null, ShapeAdvice.NullLoop);
        }

        var item = sequence.TypeArguments[0];
        if (item.NullableAnnotation == NullableAnnotation.Annotated)
        {
            return new(null, ShapeAdvice.NullItems);
        }

        return item is INamedTypeSymbol { IsAbstract: false } itemModule
            ? new(Symbol(member, itemModule, isNullable: false, isLoop: true), null)
            : new(null, ShapeAdvice.AnyModules(TypeNames.Shown(item)));
    }

    private static TaskSymbol Symbol(ISymbol member, INamedTypeSymbol module, bool isNullable, bool isLoop) =>
        new(member, (INamedTypeSymbol)module.WithNullableAnnotation(NullableAnnotation.NotAnnotated), PlaybookTypes.ResultOf(module))
        {
            IsNullable = isNullable,
            IsLoop = isLoop,
        };
}
