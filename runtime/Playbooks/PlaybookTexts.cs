using System.Globalization;
using System.Text;
using Playbooks.Execution.Selection;
using Playbooks.Generated;
using Playbooks.Jobs;
using Playbooks.Output;

namespace Playbooks;

/// <summary>The texts of a program about its playbooks: help and lists.</summary>
internal static class PlaybookTexts
{
    private const string JobsUsage = " jobs list|show|tail|wait|cancel|clean [ID …] [options]\n";

    /// <summary>Returns the help of one playbook.</summary>
    internal static string Help(Surroundings surroundings, PlaybookDefinition playbook, bool isOnly)
    {
        var text = new StringBuilder();
        var name = isOnly ? "" : $" {playbook.Info.Name}";
        text.Append(playbook.Info.Name).Append(playbook.Info.Summary is { } summary ? $": {summary}" : "").Append('\n');
        text.Append("\nUsage: ").Append(surroundings.ProgramName).Append(name).Append(" [options]")
            .Append(playbook.Variables.Count > 0 ? " [--variable value …]\n" : "\n");
        text.Append("       ").Append(surroundings.ProgramName).Append(" list\n");
        text.Append("       ").Append(surroundings.ProgramName).Append(JobsUsage);
        text.Append("\nHosts: ").Append(Hosts(playbook.Info)).Append('\n');
        AppendVariables(text, playbook.Variables);
        AppendOptions(text);
        return text.ToString();
    }

    /// <summary>Returns the help of a program with several playbooks.</summary>
    internal static string Help(Surroundings surroundings, IReadOnlyList<PlaybookDefinition> playbooks)
    {
        var text = new StringBuilder();
        text.Append("Usage: ").Append(surroundings.ProgramName).Append(" PLAYBOOK [options] [--variable value …]\n");
        text.Append("       ").Append(surroundings.ProgramName).Append(" PLAYBOOK --help\n");
        text.Append("       ").Append(surroundings.ProgramName).Append(" list\n");
        text.Append("       ").Append(surroundings.ProgramName).Append(JobsUsage).Append("\nPlaybooks:\n");
        var rows = new List<(string, string)>();
        foreach (var playbook in playbooks)
        {
            rows.Add((playbook.Info.Name, playbook.Info.Summary ?? $"on {Hosts(playbook.Info)}"));
        }

        AppendRows(text, rows);
        AppendOptions(text);
        return text.ToString();
    }

    /// <summary>Returns the help of <c>jobs</c>.</summary>
    internal static string JobsHelp(Surroundings surroundings)
    {
        var text = new StringBuilder().Append("Lists and controls the background jobs on all hosts, no matter who started them.\n\n");
        text.Append("Usage: ").Append(surroundings.ProgramName).Append(JobsUsage).Append('\n');
        var rows = new List<(string, string)>();
        foreach (var verb in JobsVerb.All)
        {
            rows.Add(($"{verb.Name} {verb.Arguments}".TrimEnd(), verb.Summary));
        }

        AppendRows(text, rows);
        text.Append("\nID is a job's id, its beginning if no other job's id begins the same way, or a job's key.\n");
        text.Append("The options for inventory and login are those of a run; '").Append(surroundings.ProgramName).Append(" jobs list --help' lists them.\n");
        return text.ToString();
    }

    /// <summary>Returns the help of one command of <c>jobs</c>.</summary>
    internal static string JobsHelp(Surroundings surroundings, JobsVerb verb)
    {
        var text = new StringBuilder().Append("Usage: ").Append(surroundings.ProgramName).Append(" jobs ")
            .Append($"{verb.Name} {verb.Arguments}".TrimEnd()).Append(" [options]\n\n");
        text.Append(char.ToUpperInvariant(verb.Summary[0])).Append(verb.Summary.AsSpan(1)).Append(".\n");
        AppendOptions(
            text,
            verb.AllOptions,
            "Exit codes: 0 success, 1 nothing was done, 2 a job did not succeed (wait) or could not be ended (cancel), 4 a host was unreachable,\n" +
            "6 both, 130 interrupted.\n");
        return text.ToString();
    }

    /// <summary>Returns the list of playbooks with their variables and tasks.</summary>
    internal static string List(IReadOnlyList<PlaybookDefinition> playbooks)
    {
        var text = new StringBuilder();
        foreach (var playbook in playbooks)
        {
            text.Append(text.Length > 0 ? "\n" : "").Append(playbook.Info.Name)
                .Append(playbook.Info.Summary is { } summary ? $": {summary}\n" : "\n");
            text.Append("\nHosts: ").Append(Hosts(playbook.Info)).Append('\n');
            AppendVariables(text, playbook.Variables);
            text.Append('\n').Append(Tasks(playbook.Info));
        }

        return text.ToString();
    }

    /// <summary>Returns the list of a playbook's tags.</summary>
    internal static string Tags(IReadOnlyList<(string Tag, int Tasks)> tags)
    {
        var text = new StringBuilder().Append(tags.Count == 0 ? "No tags.\n" : "Tags:\n");
        AppendRows(text, [.. tags.Select(tag => (tag.Tag, tag.Tasks == 1 ? "1 task" : string.Create(CultureInfo.InvariantCulture, $"{tag.Tasks} tasks")))]);
        return text.ToString();
    }

    /// <summary>Returns the list of a playbook's tasks that run.</summary>
    internal static string Tasks(PlaybookInfo playbook, TaskSelection? selection = null)
    {
        var text = new StringBuilder().Append("Tasks:\n");
        AppendRows(text, [.. Listed(playbook, selection).Select((row, index) => (
            string.Create(CultureInfo.InvariantCulture, $"{index + 1,2}  {new string(' ', 2 * row.Depth)}{row.Task.Name}"),
            Describe(row.Task, row.Playbook)))]);
        return text.ToString();
    }

    /// <summary>Returns the paths of a playbook's tasks that run.</summary>
    internal static IReadOnlyList<string> Paths(PlaybookInfo playbook, TaskSelection selection) => [.. Listed(playbook, selection).Select(row => row.Path)];

    // The tasks of a block are listed below the task that runs it.
    private static IEnumerable<(TaskInfo Task, string Path, PlaybookInfo Playbook, int Depth)> Listed(PlaybookInfo playbook, TaskSelection? selection) =>
        Listed(playbook, block: null, playbook, selection, depth: 0);

    private static IEnumerable<(TaskInfo Task, string Path, PlaybookInfo Playbook, int Depth)> Listed(
        BlockInfo info, TaskInfo? block, PlaybookInfo playbook, TaskSelection? selection, int depth) =>
        from task in info.Tasks.Concat(info.Handlers)
        let placed = block is null ? task : task.Within(block, block.Path)
        where selection?.Runs(placed) != false
        from row in (task.Block is { } inner ? Listed(inner, placed, Around(inner, playbook), selection, depth + 1) : [])
            .Prepend((Task: task, placed.Path, Playbook: playbook, Depth: depth))
        select row;

    /// <summary>Returns the list of a run's hosts.</summary>
    internal static string Hosts(IReadOnlyList<Host> hosts)
    {
        var text = new StringBuilder().Append("Hosts:\n");
        foreach (var host in hosts)
        {
            text.Append("  ").Append(host.Name).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Returns the playbook to which a block's tasks belong: the block itself if it is a playbook of a site.</summary>
    private static PlaybookInfo Around(BlockInfo block, PlaybookInfo playbook) => block is PlaybookInfo part ? part : playbook;

    /// <summary>Returns the pattern of a playbook, or the patterns of a site.</summary>
    private static string Hosts(PlaybookInfo playbook) => string.Join(", ", playbook.Playbooks.Select(part => part.Pattern).Distinct());

    private static string Describe(TaskInfo task, PlaybookInfo playbook)
    {
        var text = new StringBuilder(task.Block switch
        {
            null => task.Module,
            PlaybookInfo inner => $"{(inner.IsSite ? "site" : "playbook")} {task.Module} on {Hosts(inner)}",
            _ => $"block {task.Module}",
        });
        if (task.Async is { } job)
        {
            text.Append(job.Limit == 0 ? ", job with a computed limit" : $", job of at most {Durations.Text(TimeSpan.FromSeconds(job.Limit))}")
                .Append(job.Poll == 0 ? ", not waited for" : $", checked every {Durations.Text(TimeSpan.FromSeconds(job.Poll))}");
        }

        text.Append(task.IsLoop ? ", loop" : "")
            .Append(task.IsParallel ? ", beside the tasks that follow" : "")
            .Append((task.Async?.Max ?? task.SideBySide) is { } most ? string.Create(CultureInfo.InvariantCulture, $", at most {most} at once") : "")
            .Append(task.IsConditional ? ", conditional" : "")
            .Append(task.Part switch { TaskPart.Rescue => ", after a failure", TaskPart.Always => ", always", TaskPart.Handler => ", handler", _ => "" })
            .Append(task.RunOnce ? ", run once" : "")
            .Append(task.Retry is { } retry ? string.Create(CultureInfo.InvariantCulture, $", up to {retry.Count} retries") : "")
            .Append(task.IgnoreErrors ? ", errors ignored" : "")
            .Append(task.Tags.Count > 0 ? $", tagged {string.Join(", ", task.Tags)}" : "")
            .Append(task.Become is { Enabled: true } become
                ? $", as {become.User ?? playbook.Become?.User ?? "root unless the run or the inventory names another user"}"
                : "");
        return text.ToString();
    }

    private static void AppendVariables(StringBuilder text, IReadOnlyList<Variable> variables)
    {
        if (variables.Count == 0)
        {
            return;
        }

        text.Append("\nVariables (or set them in the environment, for example ").Append(VariableReader.EnvironmentName(variables[0])).Append("):\n");
        var rows = new List<(string, string)>();
        foreach (var variable in variables)
        {
            var value = variable.IsSwitch ? "" : variable.Choices.Count > 0 ? " <name>" : $" <{variable.Kind}>";
            rows.Add(($"--{variable.Name}{value}", Describe(variable)));
        }

        AppendRows(text, rows);
    }

    private static string Describe(Variable variable)
    {
        var notes = new List<string>();
        if (variable.Choices.Count > 0)
        {
            notes.Add($"one of {string.Join(", ", variable.Choices)}{(variable is { HasSeveral: true, IsList: false } ? ", or several as a,b" : "")}");
        }

        if (variable.IsSecret)
        {
            notes.Add(
                $"a secret: name a file that contains it, or set {VariableReader.EnvironmentName(variable)}" +
                $"{(variable.IsRequired ? ", or enter it when asked" : "")}");
        }

        if (variable.IsList)
        {
            notes.Add("a list: repeat the option, or separate the values by commas");
        }

        if (variable.IsRequired)
        {
            notes.Add("required");
        }
        else if (variable.Default is { } fallback)
        {
            notes.Add($"default: {fallback}");
        }

        var note = string.Join("; ", notes);
        return variable.Summary is not { Length: > 0 } summary ? note : note.Length == 0 ? summary : $"{summary} ({note})";
    }

    private static void AppendOptions(StringBuilder text) => AppendOptions(
        text, ProgramOption.All, "Exit codes: 0 success, 1 nothing was run, 2 a host failed, 4 a host was unreachable, 6 both, 130 interrupted.\n");

    private static void AppendOptions(StringBuilder text, IReadOnlyList<ProgramOption> options, string exitCodes)
    {
        text.Append("\nOptions:\n");
        var rows = new List<(string, string)>();
        foreach (var option in options)
        {
            rows.Add((
                $"{(option.Short is { } shortName ? $"{shortName}, " : "    ")}{option.Name}{(option.Value is { } value ? $" {value}" : "")}", option.Summary));
        }

        AppendRows(text, rows);
        text.Append("\nWithout -i, the inventory is the value of ").Append(InventoryChoice.Variable)
            .Append(". If this variable is not set, the inventory is\ninventory.ini or inventory/ next to the program or in the working directory. ")
            .Append("If neither exists, only this machine is used.\n")
            .Append(exitCodes);
    }

    private static void AppendRows(StringBuilder text, List<(string Left, string Right)> rows)
    {
        var width = 0;
        foreach (var (left, _) in rows)
        {
            width = Math.Max(width, left.Length);
        }

        foreach (var (left, right) in rows)
        {
            text.Append("  ").Append(right.Length == 0 ? left : left.PadRight(width + 2)).Append(right).Append('\n');
        }
    }
}
