using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Playbooks.Generator.Tests.Harness;

/// <summary>An inventory as the package's props give it to the compiler, beside an additional file that is none.</summary>
internal sealed class GivenInventory(string path, string text) : AdditionalText
{
    public override string Path => path;

    /// <summary>What the analyzers see.</summary>
    internal static AnalyzerOptions Options(string? inventory) => inventory is null
        ? new([])
        : new([new GivenInventory("notes.txt", "not an inventory"), new GivenInventory("/hosts/inventory.ini", inventory)], new Metadata());

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);

    private sealed class Metadata : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(isInventory: false);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(textFile.Path.EndsWith(".ini", StringComparison.Ordinal));
    }

    private sealed class Values(bool isInventory) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = isInventory && key == InventoryAnalyzer.Metadata ? "true" : null;
            return value is not null;
        }
    }
}
