using Microsoft.CodeAnalysis;
using Playbooks.Generator.Messages;
using Playbooks.Generator.Reading.Names;
using Playbooks.Generator.Reading.Slips;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Checks;

/// <summary>A module, block or playbook that a member returns but its type hides.</summary>
/// <param name="Message">The end of the message: the consequence, and what to do.</param>
/// <param name="Wanted">The full name of the type to declare; <see langword="null"/> if another type is not enough.</param>
internal sealed record HiddenReturn(string Message, string? Wanted)
{
    /// <param name="member">The member.</param>
    /// <param name="declared">Its type.</param>
    /// <param name="returned">The type of the returned value, or of an item.</param>
    /// <param name="isItem">Whether it returns items one by one.</param>
    internal static HiddenReturn? Of(ISymbol member, ITypeSymbol declared, INamedTypeSymbol returned, bool isItem)
    {
        var run = isItem || SequenceOf(returned) is null ? returned : ItemOf(returned);
        if (run is null)
        {
            return null;
        }

        if (declared is { SpecialType: SpecialType.System_Object } or { TypeKind: TypeKind.Dynamic })
        {
            if (!Runs(run)
                || member is not { DeclaredAccessibility: Accessibility.Public, IsStatic: false }
                || PlaybookTypes.AttributeOf(member.ContainingType) is null)
            {
                return null;
            }

            var wanted = (Runs(returned) ? returned : SequenceOf(returned)!).WithNullableAnnotation(declared.NullableAnnotation);
            return new(ReturnAdvice.Hides(TypeNames.Shown(declared), TypeNames.Shown(wanted)), TypeNames.Full(wanted));
        }

        if (RunBy(declared) is { } parent)
        {
            return Adds(run, parent) ? Less(declared, parent, run) : null;
        }

        if (member is not { DeclaredAccessibility: Accessibility.Public, IsStatic: false } || PlaybookTypes.AttributeOf(member.ContainingType) is null)
        {
            return null;
        }

        return declared.SpecialType != SpecialType.None && Runs(run) ? Other(declared, returned)
            : IsSame(run, ItemOf(declared) ?? declared) && ForgottenBlock.Is(run) && !ForgottenPublic.IsNamed(member)
                ? new(ReturnAdvice.NoBlock, Wanted: null)
            : null;
    }

    /// <param name="member">The member in which a value is created but not used.</param>
    /// <param name="made">The type of the value.</param>
    /// <param name="isWhole">Whether the member does nothing else.</param>
    internal static HiddenReturn? Discarded(ISymbol member, INamedTypeSymbol made, bool isWhole)
    {
        if (!Runs(made) || member.ContainingType is not { } record || PlaybookTypes.AttributeOf(record) is null)
        {
            return null;
        }

        return member is IMethodSymbol { DeclaredAccessibility: Accessibility.Public, IsStatic: false, ReturnsVoid: true } method && isWhole
            ? Other(method.ReturnType, made)
            : new(ReturnAdvice.NothingRuns, Wanted: null);
    }

    private static HiddenReturn Other(ITypeSymbol declared, INamedTypeSymbol returned) =>
        new(ReturnAdvice.Other(TypeNames.Shown(declared), TypeNames.Shown(returned)), TypeNames.Full(returned));

    /// <param name="taken">The type to which the value is converted on its way.</param>
    /// <param name="given">The type of the value.</param>
    internal static HiddenReturn? Taken(ITypeSymbol taken, INamedTypeSymbol given) =>
        RunBy(taken) is { } parent && (SequenceOf(given) is null ? given : ItemOf(given)) is { } run && Adds(run, parent)
            ? new(ReturnAdvice.MemberOfItsOwn(OnlyRuns(parent)), Wanted: null)
            : null;

    /// <summary>Returns the block or playbook that runs if a member has this type.</summary>
    private static INamedTypeSymbol? RunBy(ITypeSymbol type) =>
        (Runs(type) ? (INamedTypeSymbol)type : ItemOf(type)) is { } known && PlaybookTypes.AttributeOf(known) is not null ? known : null;

    private static string OnlyRuns(INamedTypeSymbol parent) =>
        ReturnAdvice.OnlyRuns(TypeNames.Shown(parent.WithNullableAnnotation(NullableAnnotation.NotAnnotated)));

    private static HiddenReturn Less(ITypeSymbol declared, INamedTypeSymbol parent, INamedTypeSymbol run)
    {
        var what = OnlyRuns(parent);
        if (PlaybookTypes.AttributeOf(run) is null)
        {
            return new(ReturnAdvice.MarkIt(what, PlaybookTypes.IsBlock(parent) ? "Block" : "Playbook", TypeNames.Shown(run)), Wanted: null);
        }

        var wanted = (Runs(declared) ? run : ((INamedTypeSymbol)declared).ConstructedFrom.Construct(run)).WithNullableAnnotation(declared.NullableAnnotation);
        return new(ReturnAdvice.Declare(what, TypeNames.Shown(wanted)), TypeNames.Full(wanted));
    }

    /// <summary>Whether a run can execute it: a module, a block or a playbook.</summary>
    internal static bool Runs(ITypeSymbol type) =>
        type is INamedTypeSymbol named && (PlaybookTypes.ResultOf(named) is not null || PlaybookTypes.AttributeOf(named) is not null);

    private static INamedTypeSymbol? ItemOf(ITypeSymbol type) => SequenceOf(type)?.TypeArguments[0] as INamedTypeSymbol;

    private static INamedTypeSymbol? SequenceOf(ITypeSymbol type) => type is INamedTypeSymbol named
        ? named.AllInterfaces.Prepend(named).FirstOrDefault(face => face.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
        : null;

    /// <summary>Whether a record derives from another record and adds tasks, or hosts of its own.</summary>
    private static bool Adds(INamedTypeSymbol run, INamedTypeSymbol parent)
    {
        var own = RecordMembers.Chain(run).Reverse().TakeWhile(record => !IsSame(record, parent)).ToList();
        return !IsSame(run, parent)
            && RecordMembers.Chain(run).Any(record => IsSame(record, parent))
            && (PlaybookTypes.PlaybookAttributeOf(run) is not null
                || own
                    .SelectMany(RecordMembers.Declared)
                    .Any(member => !member.IsOverride && member.DeclaredAccessibility == Accessibility.Public && TaskShape.Of(member).Task is not null));
    }

    private static bool IsSame(INamedTypeSymbol one, ITypeSymbol other) =>
        SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, other.OriginalDefinition);
}
