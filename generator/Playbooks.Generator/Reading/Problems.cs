using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Playbooks.Generator.Reading;

/// <summary>Passes the problems of a record on, if somebody listens, and remembers whether it can work at all.</summary>
/// <param name="record">The record, which stands for whatever has no source of its own: a base record of a library, say.</param>
/// <param name="sink">Is told, if anybody wants to know.</param>
internal sealed class Problems(INamedTypeSymbol record, IProblemSink? sink)
{
    /// <summary>Whether there is an error, of ours or of C#.</summary>
    internal bool HasErrors { get; private set; }

    /// <summary>Whether anybody wants to know.</summary>
    internal bool IsHeard => sink is not null;

    /// <summary>Where a symbol stands.</summary>
    internal Location At(ISymbol symbol) => Places.Of(symbol) ?? Places.Of(record) ?? Location.None;

    /// <summary>Where an attribute stands.</summary>
    internal Location At(AttributeData attribute) => Places.Syntax(attribute)?.GetLocation() ?? At(record);

    /// <summary>Where its argument at a position stands.</summary>
    internal Location At(AttributeData attribute, int position) => Arguments(attribute)
        .Where(argument => argument.NameEquals is null)
        .ElementAtOrDefault(position)?.Expression.GetLocation() ?? At(attribute);

    /// <summary>Where its argument with a name stands: <c>Poll = 0</c>.</summary>
    internal Location At(AttributeData attribute, string name) => Arguments(attribute)
        .FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.GetLocation() ?? At(attribute);

    internal void Report(DiagnosticDescriptor rule, Location location, params object[] arguments) =>
        Report(rule, location, ImmutableDictionary<string, string?>.Empty, arguments);

    /// <summary>Passes on a problem that a code fix can mend: what that has to know is under the keys of <see cref="Mend"/>.</summary>
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
