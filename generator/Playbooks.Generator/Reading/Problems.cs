using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Playbooks.Generator.Reading;

/// <summary>Passes the problems of a record to a sink, if there is one, and remembers whether the record has errors.</summary>
/// <param name="record">The record. Its place replaces the place of symbols without source, such as a base record of a library.</param>
/// <param name="sink">Receives the problems; <see langword="null"/> if they are not needed.</param>
internal sealed class Problems(INamedTypeSymbol record, IProblemSink? sink)
{
    /// <summary>Whether there is an error, of a rule or of C#.</summary>
    internal bool HasErrors { get; private set; }

    /// <summary>Whether the problems are needed.</summary>
    internal bool IsHeard => sink is not null;

    /// <summary>Returns the place of a symbol.</summary>
    internal Location At(ISymbol symbol) => Places.Of(symbol) ?? Places.Of(record) ?? Location.None;

    /// <summary>Returns the place of an attribute.</summary>
    internal Location At(AttributeData attribute) => Places.Syntax(attribute)?.GetLocation() ?? At(record);

    /// <summary>Returns the place of an attribute's argument by position.</summary>
    internal Location At(AttributeData attribute, int position) => Arguments(attribute)
        .Where(argument => argument.NameEquals is null)
        .ElementAtOrDefault(position)?.Expression.GetLocation() ?? At(attribute);

    /// <summary>Returns the place of an attribute's argument by name: <c>Poll = 0</c>.</summary>
    internal Location At(AttributeData attribute, string name) => Arguments(attribute)
        .FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.GetLocation() ?? At(attribute);

    internal void Report(DiagnosticDescriptor rule, Location location, params object[] arguments) =>
        Report(rule, location, ImmutableDictionary<string, string?>.Empty, arguments);

    /// <summary>Reports a problem for a code fix, whose properties have the keys of <see cref="Mend"/>.</summary>
    internal void Report(DiagnosticDescriptor rule, Location location, ImmutableDictionary<string, string?> mend, params object[] arguments)
    {
        HasErrors |= rule.DefaultSeverity == DiagnosticSeverity.Error;
        sink?.Report(Diagnostic.Create(rule, location, mend, arguments));
    }

    /// <summary>Notes an error that the C# compiler reports itself.</summary>
    internal void NoteCompilerError() => HasErrors = true;

    private static SeparatedSyntaxList<AttributeArgumentSyntax> Arguments(AttributeData attribute) =>
        Places.Syntax(attribute)?.ArgumentList?.Arguments ?? default;
}
