using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Playbooks.Generator.Tests.Harness;
using Playbooks.Generator.Tests.Rules;

namespace Playbooks.Generator.Tests.Generation;

/// <summary>The playbooks that the documentation shows compile, and break no rule.</summary>
public sealed partial class DocumentationTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/design.md")]
    [InlineData("docs/coming-from-ansible.md")]
    [InlineData("docs/jobs.md")]
    [InlineData("docs/guide/first-playbook.md")]
    [InlineData("docs/guide/results.md")]
    [InlineData("docs/guide/jobs.md")]
    [InlineData("docs/guide/several-hosts.md")]
    [InlineData("docs/guide/facts.md")]
    [InlineData("docs/guide/secrets.md")]
    [InlineData("docs/guide/sites.md")]
    [InlineData("docs/guide/blocks.md")]
    [InlineData("docs/guide/parallel.md")]
    [InlineData("docs/guide/check-mode.md")]
    [InlineData("docs/guide/handlers.md")]
    [InlineData("docs/guide/tags.md")]
    [InlineData("docs/guide/loops.md")]
    public async Task Every_example_of_a_page_compiles(string page)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Root(), page), TestContext.Current.CancellationToken);
        var examples = Examples().Matches(text).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(examples);
        foreach (var example in examples)
        {
            await Rule.KeptAsync(example);
        }
    }

    internal static string Root([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    internal static partial Regex Examples();
}
