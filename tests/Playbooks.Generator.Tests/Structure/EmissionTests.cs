using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Playbooks.Generator.Tests.Structure;

/// <summary>Reading gives facts, planning decides, and <c>Emission</c> alone writes C#.</summary>
public sealed partial class EmissionTests
{
    [Fact]
    public void No_other_folder_of_the_generator_writes_code() => Assert.Equal(
        [],
        Directory.EnumerateFiles(Path.Combine(ProductCode.Root, "generator", "Playbooks.Generator"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Elsewhere().IsMatch(file))
            .SelectMany(file => Texts(file).Where(text => Written().IsMatch(text)).Select(text => $"{Path.GetFileName(file)}: {text}")));

    private static IEnumerable<string> Texts(string file) =>
        CSharpSyntaxTree.ParseText(File.ReadAllText(file), cancellationToken: TestContext.Current.CancellationToken)
            .GetRoot(TestContext.Current.CancellationToken)
            .DescendantTokens()
            .Where(token => token.IsKind(SyntaxKind.StringLiteralToken)
                || token.IsKind(SyntaxKind.InterpolatedStringTextToken)
                || token.IsKind(SyntaxKind.SingleLineRawStringLiteralToken)
                || token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken))
            .Select(token => token.ValueText);

    /// <summary>Sentences have code for people. <c>KnownTypes</c> has the beginning of full names, by which a model names types.</summary>
    [GeneratedRegex("/(obj|bin|Messages|Emission)/|/(Rules|KnownTypes).cs$")]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"global::|=>|\b(await|return|new|partial|record|protected) |new\(|null!|\b(run|this|items)\.|;|(?<!^|After|Run|Wait)Async$")]
    private static partial Regex Written();
}
