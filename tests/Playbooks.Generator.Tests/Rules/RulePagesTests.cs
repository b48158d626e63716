using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Playbooks.CodeFixes;
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

    private static readonly HashSet<string> _fixed = typeof(PlaybookFix).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(PlaybookFix)))
        .SelectMany(type => ((PlaybookFix)Activator.CreateInstance(type)!).FixableDiagnosticIds)
        .ToHashSet(StringComparer.Ordinal);

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
        var inventory = Inventory().Match(page) is { Success: true } given ? given.Groups[1].Value : null;
        Assert.Equal(
            [id], (await GeneratorRun.Of(UserProgram.Library(examples[0]), AlsoSaid(id)).AnalyzeAsync(inventory)).Select(problem => problem.Id).Distinct());
        Assert.Empty(await GeneratorRun.Of(examples[1]).AnalyzeAsync(inventory));
    }

    /// <summary>The index is generated: on a difference the right one is written beside it, for a person to take over.</summary>
    [Fact]
    public void The_index_is_what_the_rules_say()
    {
        var index = new StringBuilder("""
            # The rules of the compiler

            Each rule has an id, and a page with a wrong and a right example. An error stops a playbook that cannot work. A warning reports a playbook
            that would not do what you expect. The last column shows for which rules editors offer a code fix. Ids are never reused. `#pragma warning
            disable ID` and `dotnet_diagnostic.ID.severity` in `.editorconfig` work as for any other rule.

            In a program of one file, warnings are errors, because `dotnet run FILE.cs` builds only after a change and would show warnings only once.
            `#:property PlaybooksWarningsAsErrors=false` turns this off.

            | id | severity | rule | fix |
            |---|---|---|---|

            """);
        foreach (var rule in _rules)
        {
            index.Append(
                CultureInfo.InvariantCulture, $"| [{rule.Id}]({rule.Id}.md) | {Severity(rule)} | {rule.Title} | {(_fixed.Contains(rule.Id) ? "yes" : "")} |\n");
        }

        var path = Path.Combine(Folder(), "README.md");
        var received = Path.Combine(AppContext.BaseDirectory, "README.received.md");
        if (index.ToString() != File.ReadAllText(path))
        {
            File.WriteAllText(received, index.ToString());
            Assert.Fail($"docs/rules/README.md is not what Rules.cs says. Read {received}, and copy it there.");
        }

        Assert.Equal(
            _rules.Select(rule => $"{rule.Id}.md").Append("README.md"),
            Directory.GetFiles(Folder()).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_is_reported_by_an_analyzer() => Assert.Equal(
        _rules.Select(rule => rule.Id),
        GeneratorRun.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(rule => rule.Id).Distinct().Order(StringComparer.Ordinal));

    /// <summary>What the package makes errors in a program of one file.</summary>
    [Fact]
    public async Task Each_warning_is_an_error_in_a_program_of_one_file()
    {
        var targets = await File.ReadAllTextAsync(
            Path.Combine(Folder(), "..", "..", "runtime", "Playbooks", "buildTransitive", "Playbooks.targets"), TestContext.Current.CancellationToken);

        Assert.Equal(
            string.Join(';', _rules.Where(rule => rule.DefaultSeverity == DiagnosticSeverity.Warning).Select(rule => rule.Id).Prepend("$(WarningsAsErrors)")),
            WarningsAsErrors().Match(targets).Groups[1].Value);
    }

    /// <summary>What C# says of the wrong example in words of its own.</summary>
    internal static string[] AlsoSaid(string id) => id switch
    {
        "PB0038" => ["CS0103", "CS1061"],
        "PB0039" => ["CS0246"],
        _ => [],
    };

    private static string Severity(DiagnosticDescriptor rule) => rule.DefaultSeverity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "info",
    };

    internal static string Folder([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "docs", "rules"));

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    internal static partial Regex Examples();

    [GeneratedRegex("<WarningsAsErrors>(.*?)</WarningsAsErrors>")]
    private static partial Regex WarningsAsErrors();

    [GeneratedRegex("```ini\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Inventory();
}
