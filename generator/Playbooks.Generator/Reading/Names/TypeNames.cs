using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Names;

/// <summary>Writes types and names: for code, and for people.</summary>
internal static class TypeNames
{
    private static readonly SymbolDisplayFormat CodeFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat ShownFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>From <c>global::</c> on, with its nullable annotations.</summary>
    internal static string Code(ITypeSymbol type) => type.ToDisplayString(CodeFormat);

    /// <summary>The job of a result, as code.</summary>
    internal static string JobOf(string result) => $"global::Playbooks.Job<{result}>";

    /// <summary>What a parameter has to be that asks a task for an item, as code.</summary>
    internal static string Asked(TaskSymbol task, string item) =>
        (task.IsLoop ? $"global::System.Collections.Generic.IReadOnlyList<{item}>" : item) + (task.IsConditional ? "?" : "");

    /// <summary>As short as people write it.</summary>
    internal static string Shown(ITypeSymbol type) => type.ToDisplayString(ShownFormat);

    /// <summary>The type parameters of a type, as code: <c>&lt;T&gt;</c>.</summary>
    internal static string Parameters(INamedTypeSymbol type) =>
        type.Arity == 0 ? "" : $"<{string.Join(", ", type.TypeParameters.Select(parameter => Identifier(parameter.Name)))}>";

    /// <summary>A namespace, as code; <see langword="null"/> for the global one.</summary>
    internal static string? Namespace(INamespaceSymbol space) =>
        space.IsGlobalNamespace
            ? null
            : space.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted));

    /// <summary>A name that may be a keyword, as code.</summary>
    internal static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || name == "await" ? "@" + name : name;
}
