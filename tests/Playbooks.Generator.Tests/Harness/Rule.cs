using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Playbooks.Generator.Tests.Harness;

/// <summary>What a rule says about a source.</summary>
internal static class Rule
{
    /// <summary>Asserts that the marked places, and nothing else, break this rule and no other.</summary>
    /// <returns>The messages, in order of the places.</returns>
    internal static async Task<IReadOnlyList<string>> BrokenAsync(string id, string marked, params string[] alsoSaidByTheCompiler)
    {
        var source = MarkedSource.Parse(marked);
        var run = GeneratorRun.Of(UserProgram.Library(source.Text), alsoSaidByTheCompiler);
        var said = await run.AnalyzeAsync();
        var found = said.OrderBy(problem => problem.Location.SourceSpan.Start).ToList();
        Assert.Equal(
            source.Spans.OrderBy(span => span.Start).Select(span => $"{id} {source.Text.Substring(span.Start, span.Length)} at {span}"),
            found.Select(
                problem => $"{problem.Id} {source.Text.Substring(problem.Location.SourceSpan.Start, problem.Location.SourceSpan.Length)} " +
                    $"at {problem.Location.SourceSpan}"));
        if (id is not ("PB0011" or "PB0029" or "PB0038" or "PB0041"))
        {
            var broken = found
                .Where(problem => problem.Severity == DiagnosticSeverity.Error)
                .SelectMany(problem => Records(run.Output.SyntaxTrees.First(), problem))
                .ToHashSet(StringComparer.Ordinal);
            Assert.DoesNotContain(
                run.Files, file => file.Key.Split('.', '-').Any(broken.Contains) && file.Value.Contains("RunAsync", StringComparison.Ordinal));
            Assert.True(broken.Count > 0 || run.Files.Count > 0);
        }

        return found.ConvertAll(problem => problem.GetMessage(CultureInfo.InvariantCulture));
    }

    /// <summary>The records in which a problem is.</summary>
    private static IEnumerable<string> Records(SyntaxTree source, Diagnostic problem) => source
        .GetRoot()
        .FindNode(problem.Location.SourceSpan)
        .AncestorsAndSelf()
        .OfType<TypeDeclarationSyntax>()
        .Select(record => record.Identifier.ValueText);

    /// <summary>Asserts that nothing at all is said about a source.</summary>
    internal static async Task KeptAsync(params string[] sources) => Assert.Empty(await GeneratorRun.Of(sources).AnalyzeAsync());
}
