using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Generation;

/// <summary>Who reviews or translates what the compiler says finds each sentence in <c>Rules.cs</c> and in <c>Messages</c>.</summary>
public sealed partial class MessageTests
{
    [Fact]
    public void No_other_file_of_the_generator_has_a_sentence() => Assert.DoesNotContain(
        Directory.EnumerateFiles(Path.Combine(Manual.Root, "generator", "Playbooks.Generator"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Elsewhere().IsMatch(file))
            .SelectMany(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), cancellationToken: TestContext.Current.CancellationToken).GetRoot(
                TestContext.Current.CancellationToken)
                .DescendantTokens()
                .Where(token => token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.InterpolatedStringTextToken))
                .Select(token => $"{Path.GetFileName(file)}: {token.ValueText}")),
        text => Sentence().IsMatch(text));

    /// <summary>Where sentences stand, and where code is written.</summary>
    [GeneratedRegex("/(obj|bin|Messages|Emission)/|/Rules.cs$")]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@": .*[a-z'\]]+,? [a-z'\[]+,? [a-z]+")]
    private static partial Regex Sentence();
}
