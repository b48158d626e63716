using Microsoft.CodeAnalysis;
using Playbooks.Generator.Reading.Names;

namespace Playbooks.Generator.Reading.Symbols;

/// <summary>What a public member is by its shape: a task, a helper, or a mistake (PB0020).</summary>
/// <param name="Task">The task, if it is one.</param>
/// <param name="Flaw">Why it is none although it holds a module; <see langword="null"/> for a task or a helper.</param>
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

    /// <summary>The type of what a member gives, whatever its kind.</summary>
    internal static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IPropertySymbol property => property.Type,
        IMethodSymbol { MethodKind: MethodKind.Ordinary } method => method.ReturnType,
        IFieldSymbol field => field.Type,
        _ => null,
    };

    /// <summary>Whether C# does not know the type, or refuses it as obsolete; or a part of it.</summary>
    internal static bool IsUnknown(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Error } => true,
        IArrayTypeSymbol array => IsUnknown(array.ElementType),
        INamedTypeSymbol named => ObsoleteMark.IsError(named) || named.TypeArguments.Any(IsUnknown) || (named.ContainingType is { } container && IsUnknown(container)),
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
        { IsStatic: true } => "it is static; a task belongs to the playbook's instance: take 'static' away, or make it private",
        IFieldSymbol => "a field is made once, before the run: make it a get-only property (=> new …), or private",
        IPropertySymbol { IsIndexer: true } => "an indexer cannot be called without its index: make it a method, or private",
        IPropertySymbol { ReturnsByRef: true } or IPropertySymbol { ReturnsByRefReadonly: true } => "it returns by reference: take 'ref' away, or make it private",
        IPropertySymbol { SetMethod.IsInitOnly: true } => "an 'init' property is a variable, and a module cannot be one: make it get-only, or private",
        IPropertySymbol { SetMethod: not null } => "it can be set from outside: make it get-only, or private",
        IMethodSymbol { IsGenericMethod: true } => "it is generic, and nobody would say of what: name the types, or make it private",
        IMethodSymbol { ReturnsByRef: true } or IMethodSymbol { ReturnsByRefReadonly: true } => "it returns by reference: take 'ref' away, or make it private",
        IMethodSymbol { IsVararg: true } => "it takes arguments that nobody names (__arglist): name its parameters, or make it private",
        IMethodSymbol method when method.Parameters.FirstOrDefault(parameter => parameter.RefKind != RefKind.None) is { } parameter =>
            $"its parameter '{parameter.Name}' is passed by reference: pass it by value, or make the method private",
        _ when ObsoleteMark.IsError(member) => "it is marked obsolete as an error, so nothing may run it: take the mark away, or make it private",
        _ => null,
    };

    private static TaskShape OfType(ISymbol member, ITypeSymbol type)
    {
        var isNullable = type.NullableAnnotation == NullableAnnotation.Annotated;
        if (IsTask(type))
        {
            return type is INamedTypeSymbol { IsAbstract: false } module
                ? new(Symbol(member, module, isNullable, isLoop: false), null)
                : new(null, $"'{TypeNames.Shown(type)}' may be any module: return the one that it is, such as Command");
        }

        if (type is not INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T } sequence
            || !IsTask(sequence.TypeArguments[0]))
        {
            return new(null, $"'{TypeNames.Shown(type)}' is neither a module or block, a nullable one nor an IEnumerable of one: return one of these, or make it private");
        }

        if (isNullable)
        {
            return new(null, "a loop cannot be null: give no items, or put [When] on it");
        }

        var item = sequence.TypeArguments[0];
        if (item.NullableAnnotation == NullableAnnotation.Annotated)
        {
            return new(null, "the items of a loop cannot be null: leave those out that have nothing to do");
        }

        return item is INamedTypeSymbol { IsAbstract: false } itemModule
            ? new(Symbol(member, itemModule, isNullable: false, isLoop: true), null)
            : new(null, $"'{TypeNames.Shown(item)}' may be any module: return an IEnumerable of the one that it is, such as Command");
    }

    private static TaskSymbol Symbol(ISymbol member, INamedTypeSymbol module, bool isNullable, bool isLoop) =>
        new(member, (INamedTypeSymbol)module.WithNullableAnnotation(NullableAnnotation.NotAnnotated), PlaybookTypes.ResultOf(module))
        {
            IsNullable = isNullable,
            IsLoop = isLoop,
        };
}
