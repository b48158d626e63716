using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Playbooks.Generator.Model;
using Playbooks.Generator.Model.Results;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Results;

/// <summary>
/// Reads how results are written and read back. The generator uses the models, the analyzer uses the problems, so both follow the same rules.
/// </summary>
internal static class ResultReader
{
    /// <summary>Reads a record that is a result, or a module that returns a result of a generic type.</summary>
    /// <param name="node">One of the record's declarations.</param>
    /// <param name="model">The semantic model.</param>
    /// <param name="token">Cancels the reading.</param>
    /// <returns>The result; <see langword="null"/> if there is none, or if it is read from another declaration of the record.</returns>
    internal static ResultModel? Read(RecordDeclarationSyntax node, SemanticModel model, CancellationToken token)
    {
        if (model.GetDeclaredSymbol(node, token) is not INamedTypeSymbol type || !IsFirst(node, type) || GeneratedLanguage.Flaw(type) is not null)
        {
            return null;
        }

        if (ResultTypes.IsResult(type))
        {
            return Read(type, model.Compilation, sink: null);
        }

        return Given(type) is { } given ? Read(given, model.Compilation, sink: null) : null;
    }

    /// <summary>Returns the result of a generic type that a module returns.</summary>
    internal static INamedTypeSymbol? Given(INamedTypeSymbol module) => ResultTypes.Constructed([PlaybookTypes.ResultOf(module)]).FirstOrDefault();

    /// <summary>Returns the results of generic types that the tasks of a playbook or block return.</summary>
    internal static EquatableArray<ResultModel> ReadTasks(INamedTypeSymbol playbook, Compilation compilation) =>
        GeneratedLanguage.Flaw(playbook) is not null ? default : ResultTypes
            .Constructed(RecordMembers.Chain(playbook).SelectMany(RecordMembers.Declared).Select(member => TaskShape.Of(member).Task?.Result))
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
            .Select(result => Read(result, compilation, sink: null))
            .OfType<ResultModel>()
            .ToEquatableArray();

    /// <summary>Reads a type of results.</summary>
    /// <param name="type">The type.</param>
    /// <param name="compilation">The program.</param>
    /// <param name="sink">Receives the problems; <see langword="null"/> if they are not needed.</param>
    /// <returns>The model; <see langword="null"/> if nothing must be generated.</returns>
    internal static ResultModel? Read(INamedTypeSymbol type, Compilation compilation, IProblemSink? sink)
    {
        var problems = new Problems(type, sink);
        foreach (var written in type.GetMembers("WriteProperties").OfType<IMethodSymbol>().Where(method => method.IsOverride))
        {
            problems.Report(Rules.WritesItself, problems.At(written), type.Name);
        }

        if (type.IsAbstract || ResultTypes.IsOpen(type))
        {
            return null;
        }

        var reader = new RecordReader(compilation, problems);
        if (reader.Read(type) is { } flaw)
        {
            problems.Report(Rules.Unwritten, problems.At(type), type.Name, flaw);
            return null;
        }

        return new(
            reader.Formats.ToEquatableArray(),
            reader.Types.SelectMany(read => UserWarnings.Of(read, [])).Distinct().OrderBy(id => id, StringComparer.Ordinal).ToEquatableArray());
    }

    private static bool IsFirst(RecordDeclarationSyntax node, INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax())
            .OfType<RecordDeclarationSyntax>()
            .FirstOrDefault(part => part.BaseList is not null) == node;
}
