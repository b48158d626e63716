using Microsoft.CodeAnalysis;
using Playbooks.Generator.Messages;
using Playbooks.Generator.Reading.Names;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Checks;

/// <summary>PB0024: two playbooks with the same name on the command line of a program.</summary>
internal static class CommandNames
{
    /// <summary>Reports a playbook whose name an earlier playbook in the program's list already has.</summary>
    internal static void Check(INamedTypeSymbol playbook, Compilation compilation, Problems problems, CancellationToken token)
    {
        // Only the generated entry point is known to list all playbooks.
        if (compilation.GetEntryPoint(token) is not { } main || !RecordMembers.IsGenerated(main))
        {
            return;
        }

        var name = NameForms.Kebab(playbook.Name);
        var first = compilation.GetSymbolsWithName(other => NameForms.Kebab(other) == name, SymbolFilter.Type, token)
            .OfType<INamedTypeSymbol>()
            .Where(other => PlaybookTypes.PlaybookAttributeOf(other) is not null)
            .OrderBy(TypeNames.Full, StringComparer.Ordinal)
            .First();
        if (!SymbolEqualityComparer.Default.Equals(first, playbook))
        {
            problems.Report(Rules.CommandLineName, problems.At(playbook), playbook.Name, $"'{name}'", CommandAdvice.RunsAnother(first.ToDisplayString()));
        }
    }
}
