using Playbooks.Execution;
using Playbooks.Generator.Tests.Harness;
using Playbooks.Generator.Tests.Semantics;

namespace Playbooks.Generator.Tests.Generation;

/// <summary>The playbooks of the guide and of the how-to pages do not only compile: each runs to a good end on scripted hosts.</summary>
[Collection(VirtualTimeTests.Name)]
public sealed class GuideRunTests
{
    public static TheoryData<string> Pages => [.. Manual.Pages.Where(page =>
        page.StartsWith("docs/guide/", StringComparison.Ordinal) || page.StartsWith("docs/how-to/", StringComparison.Ordinal))
        .Where(page => Path.GetFileName(page) is not ("README.md" or "testing.md"))];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_playbook_of_a_page_runs(string page)
    {
        var playbooks = Manual.Blocks(page, "csharp").SelectMany(example => LoadedProgram.Of(example).Playbooks).ToList();

        Assert.NotEmpty(playbooks);
        foreach (var playbook in playbooks)
        {
            var hosts = GuideHosts.Of(playbook.Info);
            var exitCode = await hosts.Time.RunAsync(
                PlaybookRun.RunAsync(playbook.Create(new(GuideHosts.Values(playbook.Variables))), hosts.Options, TestContext.Current.CancellationToken));

            Assert.True(
                exitCode == 0,
                $"{playbook.Info.Name} ended with {exitCode}:\n" +
                $"{string.Join('\n', hosts.Finished.Select(task => $"{task.Host} {task.Task.Path} {task.Outcome} {task.Message ?? task.Result?.Message}"))}");
            Assert.NotEmpty(hosts.Finished);
        }
    }
}
