using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Generation;

/// <summary>The playbooks that the documentation shows compile, and break no rule.</summary>
public sealed partial class DocumentationTests
{
    /// <summary>The pages of modules; their index shows no playbook.</summary>
    public static TheoryData<string> ModulePages => [.. PagesIn("docs/modules").Where(page => !page.EndsWith("/README.md", StringComparison.Ordinal))];

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/design.md")]
    [InlineData("docs/coming-from-ansible.md")]
    [InlineData("docs/command-line.md")]
    [InlineData("docs/jobs.md")]
    [InlineData("docs/language.md")]
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
    [InlineData("docs/guide/files.md")]
    [InlineData("docs/guide/own-modules.md")]
    [InlineData("docs/reference/attributes.md")]
    [MemberData(nameof(ModulePages))]
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

    /// <summary>The keywords are those of ansible-core 2.14 to 2.19.</summary>
    [Theory]
    [InlineData(
        "any_errors_fatal become become_exe become_flags become_method become_user check_mode collections connection debugger diff environment fact_path")]
    [InlineData(
        "force_handlers gather_facts gather_subset gather_timeout handlers hosts ignore_errors ignore_unreachable max_fail_percentage module_defaults name")]
    [InlineData(
        "no_log order port post_tasks pre_tasks remote_user roles run_once serial strategy tags tasks throttle timeout validate_argspec vars vars_files")]
    [InlineData(
        "vars_prompt always block delegate_facts delegate_to notify rescue when action args async changed_when delay failed_when listen local_action loop")]
    [InlineData("loop_control poll register retries until with_* label loop_var index_var pause extended extended_allitems break_when")]
    public async Task Every_keyword_of_Ansible_is_told(string keywords)
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Root(), "docs", "coming-from-ansible.md"), TestContext.Current.CancellationToken);

        Assert.Equal([], keywords.Split(' ').Where(keyword => !page.Contains($"`{keyword}`", StringComparison.Ordinal)));
    }

    /// <summary>The pages in a folder, relative to the repository.</summary>
    internal static IEnumerable<string> PagesIn(string folder) => Directory.GetFiles(Path.Combine(Root(), folder), "*.md")
        .Select(page => $"{folder}/{Path.GetFileName(page)}").Order(StringComparer.Ordinal);

    internal static string Root([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    internal static partial Regex Examples();
}
