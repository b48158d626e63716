using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Generation;

/// <summary>The playbooks that the documentation shows compile, and break no rule.</summary>
public sealed class DocumentationTests
{
    /// <summary>All but the pages of the rules, whose examples are wrong ones, too, and the page about tests, whose examples are tests.</summary>
    public static TheoryData<string> Pages => [.. Manual.Pages
        .Where(page => !page.StartsWith("docs/rules/", StringComparison.Ordinal) && page != "docs/guide/testing.md")
        .Where(page => Manual.Blocks(page, "csharp").Any())];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_example_of_a_page_compiles(string page)
    {
        foreach (var example in Manual.Blocks(page, "csharp"))
        {
            await Rule.KeptAsync(example);
        }
    }

    [Fact]
    public void The_readme_and_each_page_of_the_guide_have_an_example() => Assert.Equal(
        [],
        Manual.Pages.Where(page => page == "README.md" || page.StartsWith("docs/guide/", StringComparison.Ordinal))
            .Except(["docs/guide/README.md"])
            .Where(page => !Manual.Blocks(page, "csharp").Any()));

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
    public void Every_keyword_of_Ansible_is_on_the_page(string keywords) => AssertTold(keywords);

    /// <summary>By how often public playbooks use them.</summary>
    [Theory]
    [InlineData("file template command shell copy service systemd apt lineinfile package yum dnf set_fact debug get_url stat user group uri")]
    [InlineData("git unarchive cron assert fail include_tasks wait_for authorized_key sysctl apt_repository replace blockinfile pip find mount")]
    public void The_modules_of_Ansible_that_are_used_most_are_reported(string modules) => AssertTold(modules);

    private static void AssertTold(string names)
    {
        var page = Manual.Text("docs/coming-from-ansible.md");

        Assert.Equal([], names.Split(' ').Where(name => !page.Contains($"`{name}`", StringComparison.Ordinal)));
    }
}
