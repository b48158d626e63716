using Playbooks.Execution;
using Playbooks.Generated;
using Playbooks.Generator.Tests.Harness;
using Playbooks.Generator.Tests.Semantics;
using Playbooks.Testing;

namespace Playbooks.Generator.Tests.Generation;

/// <summary>The playbooks of the guide do not only compile: each runs to a good end on scripted hosts.</summary>
[Collection(VirtualTimeTests.Name)]
public sealed class GuideRunTests
{
    /// <summary>What tasks give whose hosts' answers have a form of their own.</summary>
    private static readonly Dictionary<string, TaskResult> _given = new(StringComparer.Ordinal)
    {
        ["Stat"] = new StatResult { Exists = true },
        ["Http"] = new HttpResult { Status = 200 },
        ["Copy"] = new CopyResult { Changed = true },
        ["Fetch"] = new FetchResult { Changed = true },
        ["Apt"] = new AptResult { Changed = true },
        ["Reboot"] = new RebootResult { Changed = true, Rebooted = true },
    };

    /// <summary>What commands print on which a playbook of the guide depends: by the default they print nothing.</summary>
    private static readonly Dictionary<string, string> _printed = new(StringComparer.Ordinal)
    {
        ["/opt/app/ready"] = "ready",
        ["/opt/db/lag"] = "3",
        ["df -Pk"] = "9000000",
        [":8080/health"] = "curl 0\nHTTP/1.1 200 OK\n.\nwell",
    };

    public static TheoryData<string> Pages => [.. Directory.GetFiles(Path.Combine(DocumentationTests.Root(), "docs", "guide"), "*.md")
        .Select(page => Path.GetFileName(page)!).Where(page => page is not ("README.md" or "testing.md")).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_playbook_of_a_page_runs(string page)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(DocumentationTests.Root(), "docs", "guide", page), TestContext.Current.CancellationToken);
        var playbooks = DocumentationTests.Examples().Matches(text)
            .SelectMany(match => LoadedProgram.Of(match.Groups[1].Value).Playbooks).ToList();

        Assert.NotEmpty(playbooks);
        foreach (var playbook in playbooks)
        {
            var hosts = HostsOf(playbook.Info);
            var exitCode = await hosts.Time.RunAsync(
                PlaybookRun.RunAsync(playbook.Create(new(Values(playbook.Variables))), hosts.Options, TestContext.Current.CancellationToken));

            Assert.True(
                exitCode == 0,
                $"{playbook.Info.Name} ended with {exitCode}:\n" +
                $"{string.Join('\n', hosts.Finished.Select(task => $"{task.Host} {task.Task.Path} {task.Outcome} {task.Message ?? task.Result?.Message}"))}");
            Assert.NotEmpty(hosts.Finished);
        }
    }

    private static Dictionary<string, object> Values(IReadOnlyList<Variable> variables) => variables.Where(variable => variable.IsRequired)
        .ToDictionary(
            variable => variable.Member,
            variable => variable.Parse([variable.Choices.Count > 0 ? variable.Choices[0] : Text(variable.TypeName)]),
            StringComparer.Ordinal);

    private static string Text(string type) => type is "String" or nameof(Secret) ? "x" : type == "Boolean" ? "true" : "1";

    /// <summary>
    /// Two hosts for each name of each pattern, those to which tasks delegate (the guide computes some: its load
    /// balancers), and the variables that hosts must have.
    /// </summary>
    private static ScriptedHosts HostsOf(PlaybookInfo playbook)
    {
        var groups = playbook.Playbooks.SelectMany(play => play.Pattern.Split(',', ':')).Select(term => term.TrimStart('!', '&'))
            .Where(name => name is not ("all" or "localhost")).Distinct().Append("others");
        var tasks = playbook.Playbooks.SelectMany(TasksOf).ToList();
        var vars = playbook.Playbooks
            .SelectMany(VarsOf)
            .Where(variable => variable.IsRequired)
            .Select(variable => $"{variable.Name}={Text(variable.TypeName)}");
        var hosts = new ScriptedHosts(
        [
            .. tasks.Select(task => task.DelegateTo).OfType<string>().Where(host => host != "localhost").Append("lb1").Append("lb2").Distinct(),
            .. groups.SelectMany(group => new[] { $"[{group}]", $"{group}-1", $"{group}-2" }),
            "[all:vars]",
            "backup_server=lb1",
            .. vars,
        ]);
        foreach (var (command, stdout) in _printed)
        {
            hosts.When(command, stdout: stdout);
        }

        foreach (var task in tasks.Where(task => _given.ContainsKey(task.Module)))
        {
            hosts.Gives(task.Path, _given[task.Module]);
        }

        return hosts;
    }

    private static IEnumerable<TaskInfo> TasksOf(BlockInfo block) => block.Tasks.Concat(block.Handlers)
        .SelectMany(task => task.Block is not { } inner ? [task]
            : (task.IsLoop ? new[] { $"{task.Path}.0", $"{task.Path}.1" } : [task.Path])
                .SelectMany(path => TasksOf(inner).Select(within => within.Within(task, path))));

    private static IEnumerable<Variable> VarsOf(BlockInfo block) => block.HostVars.SelectMany(vars => vars.Variables)
        .Concat(block.Tasks.SelectMany(task => task.Block is { } inner ? VarsOf(inner) : []));
}
