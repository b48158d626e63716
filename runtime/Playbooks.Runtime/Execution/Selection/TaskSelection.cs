using Playbooks.Generated;

namespace Playbooks.Execution.Selection;

/// <summary>
/// Which tasks of a playbook run: the chosen tasks, and the tasks that they need. A task that is skipped on purpose never runs. The tasks that need it do not
/// run either, and that is reported.
/// </summary>
internal sealed class TaskSelection
{
    private readonly Dictionary<string, string?> _passed = new(StringComparer.Ordinal);
    private readonly TagChoice _tags;

    /// <summary>Selects the tasks.</summary>
    /// <param name="playbook">The playbook.</param>
    /// <param name="tags">The tags that the run chooses and skips.</param>
    /// <param name="startAt">
    /// The first task that is chosen, by its name in the output, its member or its path; <see langword="null"/> for the first of all.
    /// </param>
    /// <exception cref="UsageException">The tag or task does not exist.</exception>
    internal TaskSelection(PlaybookInfo playbook, TagChoice tags, string? startAt)
    {
        _tags = tags;
        var tasks = Read(playbook, block: null);
        var all = Flat(tasks).ToList();
        tags.Check(playbook, [.. all.SelectMany(one => one.Task.Tags).Distinct(StringComparer.Ordinal)]);
        Choose(all, startAt is null ? 0 : Find(playbook, all, startAt));
        Need(tasks);
        Drop(tasks);
        foreach (var one in all.Where(one => !one.Runs))
        {
            _passed.Add(one.Task.Path, one.Lacks);
        }
    }

    /// <summary>Returns all tags, each with the number of tasks that have it. Blocks do not count as tasks.</summary>
    internal static IEnumerable<(string Tag, int Tasks)> TagsOf(PlaybookInfo playbook) => Flat(Read(playbook, block: null))
        .Where(one => one.Task.Block is null)
        .SelectMany(one => one.Task.Tags)
        .GroupBy(tag => tag, StringComparer.Ordinal)
        .OrderBy(tag => tag.Key, StringComparer.Ordinal)
        .Select(tag => (tag.Key, tag.Count()));

    internal bool Runs(TaskInfo task) =>
        (task.Tags.Count == 0 && _passed.Count == 0) || (!_passed.ContainsKey(task.WrittenPath) && _tags.Against(task.Tags) is null);

    /// <summary>Returns why a chosen task does not run; <see langword="null"/> for a task that was not chosen, which needs no explanation.</summary>
    internal string? WhyNot(TaskInfo task) => _passed.GetValueOrDefault(task.WrittenPath);

    private static List<SelectableTask> Read(BlockInfo info, TaskInfo? block) =>
    [
        .. info.Tasks.Concat(info.Handlers)
            .Select(task => block is null ? task : task.Within(block, block.Path))
            .Select(task => new SelectableTask(task, task.Block is { } inner ? Read(inner, task) : [])),
    ];

    private static IEnumerable<SelectableTask> Flat(IEnumerable<SelectableTask> tasks) => tasks.SelectMany(one => Flat(one.Inner).Prepend(one));

    private static int Find(PlaybookInfo playbook, List<SelectableTask> all, string startAt)
    {
        var tasks = all.Where(one => one.Task.Part != TaskPart.Handler).ToList();
        var found = tasks.Find(one => Names(one.Task).Contains(startAt, StringComparer.OrdinalIgnoreCase))
            ?? throw new UsageException(
                $"--start-at names '{startAt}', which is not a task of {playbook.Name}." +
                $"{NearestName.Question(startAt, tasks.SelectMany(one => Names(one.Task)))}");
        return all.IndexOf(found);
    }

    /// <summary>In a block, the name of the task alone also identifies it.</summary>
    private static string[] Names(TaskInfo task) => [task.Name, task.Name.Split(" > ")[^1], task.Member, task.Path];

    private void Choose(List<SelectableTask> all, int first)
    {
        for (var i = 0; i < all.Count; i++)
        {
            var one = all[i];
            one.Against = _tags.Against(one.Task.Tags);
            one.IsWanted |= i >= first && _tags.Chooses(one.Task.Tags);
            if (one.Task.Part == TaskPart.Handler)
            {
                // A handler runs if it was notified.
                one.Want();
            }
        }
    }

    // A task can only need earlier tasks. [Rescue], [Always] and handler tasks get the results that exist, so they need none.
    private static void Need(IReadOnlyList<SelectableTask> tasks)
    {
        foreach (var one in tasks.Reverse())
        {
            Need(one.Inner);
            if (one.Task.Part == TaskPart.Main && one.Runs)
            {
                foreach (var needed in tasks.Where(other => one.Task.Needs.Contains(other.Task.Member)))
                {
                    needed.Want();
                }
            }
        }
    }

    // [Rescue] and [Always] tasks get the results that exist.
    private static void Drop(IReadOnlyList<SelectableTask> tasks)
    {
        foreach (var one in tasks)
        {
            Drop(one.Inner);
            if (one.Task.Part == TaskPart.Main && one.Runs
                && tasks.FirstOrDefault(other => one.Task.Needs.Contains(other.Task.Member) && other.IsIncomplete) is { } missing)
            {
                one.Lacks = $"needs '{missing.Task.Name}', {Why(missing)}";
            }
        }
    }

    private static string Why(SelectableTask missing)
    {
        var reason = missing.Leaves.Select(leaf => leaf.Against).FirstOrDefault(against => against is not null) ?? missing.Against;
        return missing.Lacks is not null || reason is null ? "which is skipped, too"
            : missing.Runs ? $"a part of which {reason}"
            : $"which {reason}";
    }
}
