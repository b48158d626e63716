using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Attacks;

/// <summary>Source that is made to end the compiler, or to bring other code into what is generated, does neither.</summary>
public sealed class SourceTests
{
    private const string Injected = "X1\\n\\ninternal static class Injected;\\n#pragma warning disable X2";

    [Fact]
    public void The_id_of_an_obsolete_member_brings_no_code()
    {
        var program = UserProgram.Library($$"""
            [Playbook("all")]
            public partial record Nightly
            {
                [Obsolete("old", DiagnosticId = "{{Injected}}")]
                public Command Backup => new("true");
            }
            """);
        var id = Injected.Replace("\\n", "\n", StringComparison.Ordinal);

        var run = GeneratorRun.Of(program.WithOptions(program.Options.WithSpecificDiagnosticOptions([new(id, ReportDiagnostic.Suppress)])));

        Assert.Null(run.Output.GetTypeByMetadataName("Injected"));
    }

    [Fact]
    public void Names_patterns_defaults_and_summaries_bring_no_code()
    {
        var run = GeneratorRun.Of(UserProgram.Library("""
            /// <summary>A */ " \ summary &#10; &#x2028; public class Evil1 {} </summary>
            /// <param name="Text">with " and \ and &#13; class Evil2 {}</param>
            [Playbook("all:!\"x\\\"\n);class Evil3{}//", BecomeUser = "a\"b\n")]
            public partial record N\u0061mes(string Text = "q\"\\\n\u2028\ud800*/ class Evil4 {} {0} $(x)", char Letter = '\'')
            {
                /// <summary>*/ class Evil5 {} &#x85; // \u000a class Evil6{}</summary>
                [Name("n\nclass Evil7{} \u2028 class Evil8{} \u0085 // /* \" \\"), DelegateTo("h\"\n;class Evil9{}")]
                public Command @class => new("true");

                [When(nameof(Cond))]
                public Command \u0042eta => new("true");

                private bool Cond => true;
            }
            """));

        Assert.NotEmpty(run.Output.GetSymbolsWithName(name => name == "Names", cancellationToken: TestContext.Current.CancellationToken));
        Assert.Empty(
            run.Output.GetSymbolsWithName(name => name.StartsWith("Evil", StringComparison.Ordinal), cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_summary_with_thirty_thousand_elements_in_each_other_is_read()
    {
        // As the compiler reads programs of one file: it does not look at such comments, and would not survive this one.
        var options = new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.None);
        var program = UserProgram.Library().AddSyntaxTrees(CSharpSyntaxTree.ParseText(
            $$"""
            /// <summary>{{Many("<a>", 30_000)}}x <see cref="Nightly"/>{{Many("</a>", 30_000)}}</summary>
            [Playbook("all")]
            public partial record Nightly
            {
                public Command Backup => new("true");
            }
            """,
            options,
            cancellationToken: TestContext.Current.CancellationToken));

        var result = CSharpGeneratorDriver.Create(new PlaybookGenerator())
            .WithUpdatedParseOptions(options)
            .RunGenerators(program, TestContext.Current.CancellationToken)
            .GetRunResult();

        Assert.Contains(
            "\"x Nightly\"",
            result.Results[0].GeneratedSources.Single(source => source.HintName == "Nightly.g.cs").SourceText.ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_inventory_with_forty_thousand_ranges_in_a_name_is_nobodys_inventory()
    {
        var run = GeneratorRun.Of("""
            [Playbook("db")]
            public partial record Nightly
            {
                public Command Backup => new("true");
            }
            """);

        Assert.Empty(await run.AnalyzeAsync($"[web]\nh{Many("[1:1]", 40_000)}\n"));
    }

    private static string Many(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();
}
