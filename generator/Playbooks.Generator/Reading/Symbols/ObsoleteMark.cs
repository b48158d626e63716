using Microsoft.CodeAnalysis;

namespace Playbooks.Generator.Reading.Symbols;

/// <summary><c>[Obsolete]</c> on the user's symbols. Its warnings can be switched off in generated code; its errors cannot.</summary>
internal static class ObsoleteMark
{
    /// <summary>Whether using a symbol is an error.</summary>
    internal static bool IsError(ISymbol symbol) => symbol.GetAttributes().Any(attribute => Is(attribute) && attribute.Positional<bool>(1));

    /// <summary>Returns the id of the warning about uses; <see langword="null"/> if the attribute is not <c>[Obsolete]</c>.</summary>
    internal static string? Warning(AttributeData attribute) => !Is(attribute) ? null
        : attribute.Named<string?>("DiagnosticId", null) ?? (attribute.ConstructorArguments.IsEmpty ? "CS0612" : "CS0618");

    private static bool Is(AttributeData attribute) => attribute.AttributeClass is { Name: "ObsoleteAttribute", ContainingNamespace.Name: "System" };
}
