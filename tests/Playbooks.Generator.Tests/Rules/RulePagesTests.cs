using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

/// <summary>Each rule has a page whose wrong example breaks it, and nothing else, and whose right one breaks none.</summary>
public sealed partial class RulePagesTests
{
    private static readonly DiagnosticDescriptor[] _rules = typeof(Playbooks.Generator.Rules)
        .GetFields(BindingFlags.Static | BindingFlags.NonPublic)
        .Select(field => field.GetValue(null))
        .OfType<DiagnosticDescriptor>()
        .OrderBy(rule => rule.Id, StringComparer.Ordinal)
        .ToArray();

    public static TheoryData<string> Ids => [.. _rules.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Its_examples_show_it(string id)
    {
        var rule = _rules.Single(rule => rule.Id == id);
        var page = await File.ReadAllTextAsync(Path.Combine(Folder(), $"{id}.md"), TestContext.Current.CancellationToken);
        Assert.StartsWith($"# {id}: {rule.Title}\n\nSeverity: {Severity(rule)}\n", page, StringComparison.Ordinal);
        Assert.EndsWith($"/docs/rules/{id}.md", rule.HelpLinkUri, StringComparison.Ordinal);

        var examples = Examples().Matches(page).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(2, examples.Count);
        Assert.Equal([id], (await GeneratorRun.Of(examples[0]).AnalyzeAsync()).Select(problem => problem.Id).Distinct());
        await Rule.KeptAsync(examples[1]);
    }

    [Fact]
    public void The_index_names_them_all()
    {
        var rows = _rules.Select(rule => $"| [{rule.Id}]({rule.Id}.md) | {Severity(rule)} | {rule.Title} |");
        Assert.Equal(rows, File.ReadLines(Path.Combine(Folder(), "README.md")).Where(line => line.StartsWith("| [", StringComparison.Ordinal)));
        Assert.Equal(_rules.Select(rule => $"{rule.Id}.md").Append("README.md"), Directory.GetFiles(Folder()).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_is_reported_by_an_analyzer() => Assert.Equal(
        _rules.Select(rule => rule.Id),
        new PlaybookAnalyzer().SupportedDiagnostics.Concat(new CommandLineAnalyzer().SupportedDiagnostics).Select(rule => rule.Id).Order(StringComparer.Ordinal));

    private static string Severity(DiagnosticDescriptor rule) => rule.DefaultSeverity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "info",
    };

    private static string Folder([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "docs", "rules"));

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Examples();
}
