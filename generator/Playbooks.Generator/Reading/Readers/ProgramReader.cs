using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Readers;

/// <summary>Finds out whether a program needs an entry point.</summary>
internal static class ProgramReader
{
    /// <summary>Whether it is an executable without an entry point, and the command line is referenced.</summary>
    internal static bool NeedsEntryPoint(Compilation compilation, CancellationToken token) =>
        compilation.Options is { OutputKind: OutputKind.ConsoleApplication or OutputKind.WindowsApplication, MainTypeName: null }
        && compilation.GetTypeByMetadataName(KnownTypes.Metadata(KnownTypes.PlaybookProgram)) is not null
        && compilation is CSharpCompilation { LanguageVersion: >= GeneratedLanguage.Oldest }
        && compilation.GetEntryPoint(token) is null
        && !compilation.GetSymbolsWithName("Main", SymbolFilter.Member, token).Any(member => member is IMethodSymbol { IsStatic: true });
}
