using Microsoft.CodeAnalysis;
using Playbooks.Generator.Model;
using Playbooks.Generator.Model.Variables;
using Playbooks.Generator.Reading.Checks;
using Playbooks.Generator.Reading.Names;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Readers;

/// <summary>Reads the typed variables of hosts. The generator uses the model, the analyzer uses the problems, so both follow the same rules.</summary>
internal static class HostVarsRecordReader
{
    /// <summary>Reads a <c>[HostVars]</c> record.</summary>
    /// <param name="type">The record.</param>
    /// <param name="sink">Receives the problems; <see langword="null"/> if they are not needed.</param>
    /// <param name="token">Cancels the reading.</param>
    /// <returns>The model; <see langword="null"/> if it has errors.</returns>
    internal static HostVarsModel? Read(INamedTypeSymbol type, IProblemSink? sink, CancellationToken token)
    {
        var problems = new Problems(type, sink);
        RecordShape.Check(type, problems);
        if (problems.HasErrors)
        {
            return null;
        }

        foreach (var member in RecordMembers.Chain(type).SelectMany(RecordMembers.Declared))
        {
            MutableState.Check(member, problems);
        }

        LibraryNames.Check(type, [], problems);
        var variables = new RecordVariableReader(type, problems).Read(token);
        return problems.HasErrors
            ? null
            : new HostVarsModel(
                GeneratedNames.Hint(type),
                TypeNames.Namespace(type.ContainingNamespace),
                Containers.Of(type),
                type.Name,
                TypeNames.Full(type),
                GeneratedNames.Beside(type, "Outline"),
                variables.ToEquatableArray(),
                UserWarnings.Of(type, []).ToEquatableArray());
    }

    /// <summary>Whether tasks can have it as a parameter: it has no errors, or comes from a library.</summary>
    internal static bool IsSound(INamedTypeSymbol type, CancellationToken token) =>
        type.AllInterfaces.Any(face => PlaybookTypes.IsGenerated(face, KnownTypes.IHostVars)) || Read(type, null, token) is not null;
}
