using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Playbooks.Generator.Reading.Symbols;

/// <summary>Finds the members that users wrote in a record and its base records: base records first, each in written order.</summary>
internal static class RecordMembers
{
    /// <summary>The record and its base records, the base first.</summary>
    internal static IEnumerable<INamedTypeSymbol> Chain(INamedTypeSymbol type)
    {
        var chain = new Stack<INamedTypeSymbol>();
        for (var current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            chain.Push(current);
        }

        return chain;
    }

    /// <summary>The members that one of these records declares.</summary>
    internal static IReadOnlyList<ISymbol> Declared(INamedTypeSymbol type) =>
        type.GetMembers()
            .Where(member => member is { IsImplicitlyDeclared: false, CanBeReferencedByName: true } or IPropertySymbol { IsIndexer: true })
            .Where(member => !IsParameter(member) && !IsGenerated(member))
            .Select(member => (Member: member, Order: Order(member)))
            .OrderBy(item => item.Order.File, StringComparer.Ordinal)
            .ThenBy(item => item.Order.Position)
            .Select(item => item.Member)
            .ToList();

    /// <summary>Whether a record can access a member of its own or of a base record.</summary>
    internal static bool CanSee(INamedTypeSymbol type, ISymbol member) => member.DeclaredAccessibility switch
    {
        Accessibility.Private => SymbolEqualityComparer.Default.Equals(member.ContainingType, type),
        Accessibility.Internal or Accessibility.ProtectedAndInternal =>
            SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, type.ContainingAssembly),
        _ => true,
    };

    /// <summary>
    /// Returns the part of a record that contains its tasks: the one with <c>[Playbook]</c> or <c>[Block]</c>, or else the first part with tasks.
    /// </summary>
    internal static TypeDeclarationSyntax? OrderingPart(INamedTypeSymbol type, IEnumerable<TaskSymbol> tasks) =>
        PlaybookTypes.AttributeOf(type) is { } attribute
            ? Places.Syntax(attribute)?.FirstAncestorOrSelf<TypeDeclarationSyntax>()
            : tasks.Select(task => Part(task.Member)).FirstOrDefault();

    /// <summary>Returns the part of a record that contains a member; <see langword="null"/> for a record of a library.</summary>
    internal static TypeDeclarationSyntax? Part(ISymbol member) =>
        member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax().FirstAncestorOrSelf<TypeDeclarationSyntax>();

    /// <summary>Whether the generator itself wrote a member: the analyzer sees its files too. Roslyn puts them below the generator's name.</summary>
    internal static bool IsGenerated(ISymbol member) =>
        member.DeclaringSyntaxReferences.Any(reference =>
            Path.GetFileName(Path.GetDirectoryName(reference.SyntaxTree.FilePath)) == typeof(PlaybookGenerator).FullName);

    /// <summary>The properties that are parameters of one of these records.</summary>
    internal static IEnumerable<ISymbol> Parameters(INamedTypeSymbol type) => type.GetMembers().Where(IsParameter);

    /// <summary>Whether a property is a parameter of its record.</summary>
    private static bool IsParameter(ISymbol member) =>
        member is IPropertySymbol property
        && (member.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is ParameterSyntax)
            || (member.DeclaringSyntaxReferences.IsEmpty && IsParameterOfLibraryRecord(property)));

    private static bool IsParameterOfLibraryRecord(IPropertySymbol property) =>
        property.SetMethod is { IsInitOnly: true }
        && property.ContainingType.GetMembers("Deconstruct").OfType<IMethodSymbol>()
            .Any(method => method.Parameters.Any(parameter => parameter.Name == property.Name));

    /// <summary>Returns the position of a member in its file, or in the metadata of its assembly, which keeps the written order.</summary>
    private static (string File, int Position) Order(ISymbol member)
    {
        if (member.DeclaringSyntaxReferences.FirstOrDefault() is { } reference)
        {
            return (reference.SyntaxTree.FilePath, reference.Span.Start);
        }

        var method = member is IPropertySymbol property ? property.GetMethod ?? property.SetMethod : member as IMethodSymbol;
        return ("", (method ?? member).MetadataToken);
    }
}
