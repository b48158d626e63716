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

    internal static BlockSpec Playbook(byte[] choices, string name) => new SpecReader(choices).Block(name, depth: 0, [""], isBeside: false);

    /// <param name="name">Its name.</param>
    /// <param name="depth">How many blocks are around it.</param>
    /// <param name="places">The items of loops of blocks in which it runs.</param>
    /// <param name="isBeside">
    /// Whether it goes on beside what follows. Then it begins with what takes time, so that nobody need say
    /// what comes of it at the very moment of its start.
    /// </param>
    private BlockSpec Block(string name, int depth, IReadOnlyList<string> places, bool isBeside)
    {
        var main = new List<TaskSpec>();
        for (var more = 1 + Choose(depth == 0 ? 6 : 3); more > 0; more--)
        {
            main.Add(isBeside && main.Count == 0
                ? Plain(places)
                : Task(main, depth, places, [TaskKind.Foreground, TaskKind.Started, TaskKind.Polled, TaskKind.Block, TaskKind.Started]));
        }

        var rescue = new List<TaskSpec>();
        for (var more = Choose(3); more > 0; more--)
        {
            rescue.Add(Task(rescue, depth, places, [TaskKind.Foreground, TaskKind.Polled, TaskKind.Started], main));
        }

        var always = new List<TaskSpec>();
        for (var more = Choose(5) / 3; more > 0; more--)
        {
            always.Add(Task(always, depth, places, [TaskKind.Foreground, TaskKind.Started], main) with { TellsFailure = false });
        }

        return new BlockSpec(name, main, rescue, always);
    }

    /// <summary>A command that takes time.</summary>
    private TaskSpec Plain(IReadOnlyList<string> places) =>
        new($"T{++_names}", TaskKind.Foreground) { Items = Items(places, 1, () => new ItemSpec(Rc(), Time(5))) };

    /// <param name="before">The tasks before it in its part.</param>
    /// <param name="depth">How many blocks are around it.</param>
    /// <param name="places">The items of loops of blocks in which it runs.</param>
    /// <param name="kinds">What it may be, the simplest first.</param>
    /// <param name="main">The main part, where it stands in another.</param>
    private TaskSpec Task(List<TaskSpec> before, int depth, IReadOnlyList<string> places, TaskKind[] kinds, List<TaskSpec>? main = null)
    {
        var kind = kinds[Choose(kinds.Length)];
        var name = $"T{++_names}";
        if (kind == TaskKind.Block && depth < 2)
        {
            return Block(name, depth, places);
        }

        kind = kind == TaskKind.Block ? TaskKind.Foreground : kind;
        var isLoop = Choose(4) == 1;
        var count = isLoop ? Choose(4) : 1;
        var isTimed = HasTime(places, count);
        if (!isTimed)
        {
            kind = TaskKind.Foreground;
        }

        var isJob = kind is TaskKind.Polled or TaskKind.Started;
        var takes = isJob || (isTimed && Choose(2) == 1);
        var isParallel = main is null && !isJob && takes && Choose(4) == 1;
        var given = (main ?? before).Where(task => task.Kind != TaskKind.Block || task.IsParallel).ToList();
        var asks = !isParallel && given.Count > 0 && Choose(3) == 1 ? given[Choose(given.Count)] : null;
        var items = Items(places, count, () => new ItemSpec(Rc(), TimeSpan.Zero));
        return new TaskSpec(name, kind)
        {
            IsLoop = isLoop,
            Count = count,
            Items = takes ? Timed(items, isJob) : items,
            Max = isLoop && (isJob || isParallel) && Choose(3) is var max and > 0 ? max : null,
            IsParallel = isParallel,
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

    /// <summary>A block, a loop of them, and either beside what follows.</summary>
    private TaskSpec Block(string name, int depth, IReadOnlyList<string> places)
    {
        var (isLoop, isParallel) = Choose(6) switch { 0 => (false, false), 1 => (false, true), 2 => (true, false), _ => (true, true) };
        var count = isLoop ? (2 + Choose(4)) % 4 : 1;
        if (!HasTime(places, count))
        {
            (isLoop, isParallel, count) = (false, false, 1);
        }

        var within = isLoop ? [.. places.SelectMany(place => Enumerable.Range(0, count).Select(item => $"{place}b{item}"))] : places;
        return new TaskSpec(name, TaskKind.Block)
        {
            IsLoop = isLoop,
            Count = count,
            IsParallel = isParallel,
            Max = isLoop && isParallel && Choose(4) is var max and > 0 ? max : null,
            When = isParallel && Choose(6) is 1 ? Choose(2) == 0 : null,
            Block = Block($"B{_names}", depth + 1, within, isParallel),
        };
    }

    private static Dictionary<string, IReadOnlyList<ItemSpec>> Items(IReadOnlyList<string> places, int count, Func<ItemSpec> next) =>
        places.ToDictionary(place => place, IReadOnlyList<ItemSpec> (_) => [.. Enumerable.Range(0, count).Select(_ => next())]);

    private Dictionary<string, IReadOnlyList<ItemSpec>> Timed(Dictionary<string, IReadOnlyList<ItemSpec>> items, bool isJob) => items.ToDictionary(
        at => at.Key, IReadOnlyList<ItemSpec> (at) => [.. at.Value.Select((item, index) => item with { Takes = Time(isJob ? index == 0 ? 10 : 6 : 5) })]);

    private bool HasTime(IReadOnlyList<string> places, int count) => _times + (count * places.Count) <= MostTimes;

    // What ends at the same moment may end in either order: no two sums of these are the same, and one item of a loop at most reaches its limit.
    private TimeSpan Time(int most) => TimeSpan.FromMilliseconds((1 << _times++) + (Choose(most) << MostTimes));

    private int Rc() => Choose(4) == 3 ? 3 : 0;

    private int Choose(int count) => _next < choices.Length ? choices[_next++] % count : 0;
}
