using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Playbooks.Generator.Messages;

namespace Playbooks.Generator.Reading.Symbols;

/// <summary>The language that generated code is written in.</summary>
internal static class GeneratedLanguage
{
    /// <summary>The oldest version that has all of it.</summary>
    internal const LanguageVersion Oldest = LanguageVersion.CSharp13;

    /// <summary>The oldest version that has what is generated of a block in which something is wrong.</summary>
    internal const LanguageVersion OldestOfStubs = LanguageVersion.CSharp10;

    /// <summary>The version that a type is written in.</summary>
    internal static LanguageVersion Of(INamedTypeSymbol type) => ((CSharpParseOptions)type.DeclaringSyntaxReferences[0].SyntaxTree.Options).LanguageVersion;

    /// <summary>Why the compiler may not take what is generated for a type; <see langword="null"/> if it may.</summary>
    internal static string? Flaw(INamedTypeSymbol type) =>
        Of(type) is < Oldest and var version
            ? RecordAdvice.OldLanguage(version.ToDisplayString(), Oldest.ToDisplayString())
            : null;
}
