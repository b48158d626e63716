using Microsoft.CodeAnalysis;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Results;

/// <summary>Knows which types and members the generated file of a program can access. The file is outside of all types.</summary>
/// <param name="compilation">The program.</param>
internal sealed class Scope(Compilation compilation)
{
    internal bool Sees(ISymbol symbol) => compilation.IsSymbolAccessibleWithin(symbol, compilation.Assembly) && !IsLocalToFile(symbol);

    private static bool IsLocalToFile(ISymbol symbol) =>
        symbol is INamedTypeSymbol type && UserWarnings.Containers(type).Prepend(type).Any(around => around.IsFileLocal);
}
