using Playbooks.Generated;
using Playbooks.Testing;

namespace Playbooks.Generator.Tests.Harness;

/// <summary>Scripted hosts on which the playbooks of the pages run to a good end.</summary>
internal static class GuideHosts
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

    /// <summary>What commands print on which a playbook of a page depends: by the default they print nothing.</summary>
    private static readonly Dictionary<string, string> _printed = new(StringComparer.Ordinal)
    {
        ["/opt/app/ready"] = "ready",
        ["/opt/db/lag"] = "3",
        ["df -Pk"] = "9000000",
        [":8080/health"] = "curl 0\nHTTP/1.1 200 OK\n.\nwell",
    };

    /// <summary>
    /// Two hosts for each name of each pattern, those to which tasks delegate (the guide computes some: its load
    /// balancers), and the variables that hosts must have.
    /// </summary>
    /// <param name="playbook">The playbook.</param>
    /// <param name="more">More groups.</param>
    internal static ScriptedHosts Of(PlaybookInfo playbook, params IEnumerable<string> more)
    {
        var tasks = AllTasksOf(playbook);
        var hosts = new ScriptedHosts(Inventory(playbook, tasks, more)).Has(new Facts { Distribution = "debian" });
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

    /// <summary>The lines of their inventory.</summary>
    internal static IEnumerable<string> Inventory(PlaybookInfo playbook, params IEnumerable<string> more) => Inventory(playbook, AllTasksOf(playbook), more);

    /// <summary>A value for each variable that must have one.</summary>
    internal static Dictionary<string, object> Values(IReadOnlyList<Variable> variables) => variables.Where(variable => variable.IsRequired)
        .ToDictionary(
            variable => variable.Member,
            variable => variable.Parse([variable.Choices.Count > 0 ? variable.Choices[0] : Text(variable.TypeName)]),
            StringComparer.Ordinal);

    private static IEnumerable<string> Inventory(PlaybookInfo playbook, List<TaskInfo> tasks, IEnumerable<string> more)
    {
        var groups = playbook.Playbooks.SelectMany(play => play.Pattern.Split(',', ':')).Select(term => term.TrimStart('!', '&'))
            .Where(name => name is not ("all" or "localhost")).Append("others").Concat(more).Distinct();
        var vars = playbook.Playbooks
            .SelectMany(VarsOf)
            .Where(variable => variable.IsRequired)
            .Select(variable => $"{variable.Name}={Text(variable.TypeName)}");
        return
        [
            .. tasks.Select(task => task.DelegateTo).OfType<string>().Where(host => host != "localhost").Append("lb1").Append("lb2").Distinct(),
            .. groups.SelectMany(group => new[] { $"[{group}]", $"{group}-1", $"{group}-2" }),
            "[all:vars]",
            "backup_server=lb1",
            .. vars,
        ];
    }

    private static string Text(string type) => type is "String" or nameof(Secret) ? "x" : type == "Boolean" ? "true" : "1";

    private static List<TaskInfo> AllTasksOf(PlaybookInfo playbook) => [.. playbook.Playbooks.SelectMany(TasksOf)];

    private static IEnumerable<TaskInfo> TasksOf(BlockInfo block) => block.Tasks.Concat(block.Handlers)
        .SelectMany(task => task.Block is not { } inner ? [task]
            : (task.IsLoop ? new[] { $"{task.Path}.0", $"{task.Path}.1" } : [task.Path])
                .SelectMany(path => TasksOf(inner).Select(within => within.Within(task, path))));

    private static IEnumerable<Variable> VarsOf(BlockInfo block) => block.HostVars.SelectMany(vars => vars.Variables)
        .Concat(block.Tasks.SelectMany(task => task.Block is { } inner ? VarsOf(inner) : []));
}
