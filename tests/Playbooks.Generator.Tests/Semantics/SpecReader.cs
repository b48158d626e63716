namespace Playbooks.Generator.Tests.Semantics;

/// <summary>
/// Reads a random playbook from bytes: each choice takes one, and where they end, the simplest is taken. So whatever shrinks the bytes shrinks the
/// playbook.
/// </summary>
internal sealed class SpecReader(byte[] choices)
{
    private const int MostTimes = 16;

    private int _next;
    private int _names;
    private int _times;

    internal static BlockSpec Playbook(byte[] choices, string name) => new SpecReader(choices).Block(name, depth: 0);

    private BlockSpec Block(string name, int depth)
    {
        var main = new List<TaskSpec>();
        for (var more = 1 + Choose(depth == 0 ? 6 : 3); more > 0; more--)
        {
            main.Add(Task(main, depth, [TaskKind.Foreground, TaskKind.Started, TaskKind.Polled, TaskKind.Block, TaskKind.Started]));
        }

        var rescue = new List<TaskSpec>();
        for (var more = Choose(3); more > 0; more--)
        {
            rescue.Add(Task(rescue, depth, [TaskKind.Foreground, TaskKind.Polled, TaskKind.Started], main));
        }

        var always = new List<TaskSpec>();
        for (var more = Choose(5) / 3; more > 0; more--)
        {
            always.Add(Task(always, depth, [TaskKind.Foreground, TaskKind.Started], main) with { TellsFailure = false });
        }

        return new BlockSpec(name, main, rescue, always);
    }

    /// <param name="before">The tasks before it in its part.</param>
    /// <param name="depth">How many blocks are around it.</param>
    /// <param name="kinds">What it may be, the simplest first.</param>
    /// <param name="main">The main part, where it stands in another.</param>
    private TaskSpec Task(List<TaskSpec> before, int depth, TaskKind[] kinds, List<TaskSpec>? main = null)
    {
        var kind = kinds[Choose(kinds.Length)];
        var name = $"T{++_names}";
        if (kind == TaskKind.Block)
        {
            if (depth < 2)
            {
                return new TaskSpec(name, kind) { Block = Block($"B{_names}", depth + 1) };
            }

            kind = TaskKind.Foreground;
        }

        var isLoop = Choose(4) == 1;
        var count = isLoop ? Choose(4) : 1;
        if (_times + count > MostTimes)
        {
            kind = TaskKind.Foreground;
        }

        var isJob = kind is TaskKind.Polled or TaskKind.Started;
        var takes = isJob || (_times + count <= MostTimes && Choose(2) == 1);
        var given = (main ?? before).Where(task => task.Kind != TaskKind.Block).ToList();
        var asks = given.Count > 0 && Choose(3) == 1 ? given[Choose(given.Count)] : null;
        return new TaskSpec(name, kind)
        {
            IsLoop = isLoop,
            Items = [.. Enumerable.Range(0, count).Select(item => new ItemSpec(Rc(), takes ? Time(isJob ? item == 0 ? 10 : 6 : 5) : TimeSpan.Zero))],
            Max = isLoop && isJob && Choose(3) is var max and > 0 ? max : null,
            Limit = 480 + _names,
            AtEnd = kind == TaskKind.Started ? (AtEnd)Choose(3) : AtEnd.Join,
            When = Choose(6) switch { 1 => true, 2 => false, _ => null },
            IsNull = isLoop ? null : Choose(6) switch { 1 => true, 2 => false, _ => null },
            IgnoresErrors = Choose(5) == 1,
            Notifies = depth == 0 && Choose(3) == 1,
            Asks = asks,
            TellsFailure = main is not null && asks is null && Choose(2) == 1,
        };
    }

    // What ends at the same moment may end in either order: no two sums of these are the same, and one item of a loop at most reaches its limit.
    private TimeSpan Time(int most) => TimeSpan.FromMilliseconds((1 << _times++) + (Choose(most) << MostTimes));

    private int Rc() => Choose(4) == 3 ? 3 : 0;

    private int Choose(int count) => _next < choices.Length ? choices[_next++] % count : 0;
}
