using Microsoft.CodeAnalysis;
using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

/// <summary>Each rule can be switched off, as any rule of the compiler's can.</summary>
public sealed class SuppressionTests
{
    /// <summary>Not what the generator tells beside an error of C#'s, without which the program does not compile either.</summary>
    public static TheoryData<string> Ids => [.. RulePagesTests.Ids.Select(row => row.Data).Where(id => id != "PB0039")];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task By_a_pragma(string id)
    {
        var wrong = await WrongAsync(id);
        Assert.Empty(await GeneratorRun.Of(UserProgram.Library($"#pragma warning disable {id}\n{wrong}"), RulePagesTests.AlsoSaid(id)).AnalyzeAsync());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task By_editorconfig(string id)
    {
        var wrong = await WrongAsync(id);
        var program = UserProgram.Library(wrong);
        var quiet = program.WithOptions(program.Options.WithSyntaxTreeOptionsProvider(new EditorConfig(id)));
        Assert.Empty(await GeneratorRun.Of(quiet, RulePagesTests.AlsoSaid(id)).AnalyzeAsync());
    }

    private static async Task<string> WrongAsync(string id)
    {
        var page = await File.ReadAllTextAsync(Path.Combine(RulePagesTests.Folder(), $"{id}.md"), TestContext.Current.CancellationToken);
        return RulePagesTests.Examples().Match(page).Groups[1].Value;
    }

    /// <summary>What the compiler makes of <c>dotnet_diagnostic.ID.severity = none</c>.</summary>
    private sealed class EditorConfig(string id) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = ReportDiagnostic.Suppress;
            return diagnosticId == id;
        }

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = ReportDiagnostic.Default;
            return false;
        }
    }
}
