using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Playbooks.Generator.Messages;

namespace Playbooks.Generator.Reading.Symbols;

/// <summary>The C# version of generated code.</summary>
internal static class GeneratedLanguage
{
    /// <summary>The oldest version that supports all generated code.</summary>
    internal const LanguageVersion Oldest = LanguageVersion.CSharp13;

    /// <summary>The oldest version that supports the code for a block with errors.</summary>
    internal const LanguageVersion OldestOfStubs = LanguageVersion.CSharp10;

    /// <summary>Returns the version in which a type is written.</summary>
    internal static LanguageVersion Of(INamedTypeSymbol type) => ((CSharpParseOptions)type.DeclaringSyntaxReferences[0].SyntaxTree.Options).LanguageVersion;

    /// <summary>Returns why the compiler may reject the generated code for a type; <see langword="null"/> if it accepts the code.</summary>
    internal static string? Flaw(INamedTypeSymbol type) =>
        Of(type) is < Oldest and var version
            ? RecordAdvice.OldLanguage(version.ToDisplayString(), Oldest.ToDisplayString())
            : null;
}
