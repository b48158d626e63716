namespace Playbooks.Generator.Tests.Semantics;

/// <summary>
/// What a playbook does on one host, by the words of the language's design: order, skips, waits, the ends of jobs, rescue, always, handlers, and what goes on
/// side by side. It knows nothing of threads: time is a number, and everything takes its turn.
/// </summary>
internal sealed class ReferenceRun
{
    private const int UsualBlocks = 6;

    private readonly ModelTime _time = new();
    private readonly List<ModelLine> _log = [];
    private readonly HashSet<string> _removed = [];
    private bool _isNotified;

    private ReferenceRun()
    {
    }

    /// <summary>What reaches the host in order, but for the removal of jobs.</summary>
    internal IReadOnlyList<ModelLine> Log => _log;

    /// <summary>The jobs whose directories are removed.</summary>
    internal IReadOnlySet<string> Removed => _removed;

    internal TimeSpan Now => _time.Now;

    internal int ExitCode { get; private set; }

    internal static ReferenceRun Of(BlockSpec playbook)
    {
        var run = new ReferenceRun();
        run._time.Run(() => run.RunAsync(playbook));
        return run;
    }

    private async Task RunAsync(BlockSpec playbook)
    {
        var flow = new ModelFlow();
        try
        {
            await RunBlockAsync(new ModelBlock(playbook, "", "", flow, outer: null));
            if (_isNotified)
            {
                Tell(flow, "handle.");
            }
        }
        catch (ModelFailure)
        {
            ExitCode = 2;
        }
    }

    private async Task RunBlockAsync(ModelBlock block)
    {
        ModelFailure? pending = null;
        try
        {
            await RunAllAsync(block, block.Spec.Main);
            await EndAsync(block);
            block.IsMainOver = true;
        }
        catch (ModelFailure failure)
        {
            pending = await RescueAsync(block, failure);
        }

        block.IsShielded = block.Spec.Always.Count > 0;
        var again = await AttemptAsync(() => RunAllAsync(block, block.Spec.Always));
        if (again is null && (pending is null ? block.Spec.Rescue.Count : 0) + block.Spec.Always.Count > 0)
        {
            block.IsShielded = pending is not null;
            again = await AttemptAsync(() => EndAsync(block));
        }

        pending = again is { IsCut: true } ? again : pending ?? again;
        if (pending is null)
        {
            return;
        }

        await CancelAllAsync(block);
        pending.Owner = pending.Owner == block ? null : pending.Owner;
        throw pending;
    }

    /// <returns>What nobody has rescued: the first failure, also where the rescue has failed, too.</returns>
    private async Task<ModelFailure?> RescueAsync(ModelBlock block, ModelFailure failure)
    {
        await CancelAllAsync(block);
        block.IsMainOver = true;
        block.Failed = block.Path.Length > 0 && failure.Path.StartsWith($"{block.Path}.", StringComparison.Ordinal)
            ? failure.Path[(block.Path.Length + 1)..]
            : failure.Path;
        if (failure.IsCut)
        {
            block.Flow.GoOn();
            return failure;
        }

        if (IsOfOuter(block, failure) || block.Spec.Rescue.Count == 0)
        {
            return failure;
        }

        var again = await AttemptAsync(() => RunAllAsync(block, block.Spec.Rescue));
        if (again is null)
        {
            return null;
        }

        await CancelAllAsync(block);
        if (again.IsCut)
        {
            block.Flow.GoOn();
            return again;
        }

        return IsOfOuter(block, again) ? again : failure;
    }

    /// <summary>Whether a job has failed a block around this one.</summary>
    private static bool IsOfOuter(ModelBlock block, ModelFailure failure) => failure.Owner is { } owner && owner != block;

    private static async Task<ModelFailure?> AttemptAsync(Func<Task> part)
    {
        try
        {
            await part();
            return null;
        }
        catch (ModelFailure failure)
        {
            return failure;
        }
    }

    private async Task RunAllAsync(ModelBlock block, IReadOnlyList<TaskSpec> tasks)
    {
        for (var index = 0; index < tasks.Count; index++)
        {
            JudgeEnded(block);
            var task = tasks[index];
            var askers = tasks.Skip(index + 1).Count(later => later.Asks == task);
            if (!task.IsParallel)
            {
                await RunAsync(block, task, block.Flow, askers);
            }
            else if (task.When != false)
            {
                var flow = block.Flow.Beside();
                block.Works.Add(new ModelBranch(task, askers, flow, AttemptAsync(() => RunAsync(block, task, flow, askers))));
            }

            foreach (var work in block.Works.Where(work => work.Task == task.Asks))
            {
                work.Askers--;
            }
        }
    }

    private async Task RunAsync(ModelBlock block, TaskSpec task, ModelFlow flow, int askers)
    {
        var path = block.Path.Length > 0 ? $"{block.Path}.{task.Name}" : task.Name;
        if (task.When == false)
        {
            return;
        }

        if (task.Block is not null)
        {
            await RunBlocksAsync(block, task, path, flow);
            return;
        }

        var told = task.TellsFailure ? block.Failed! : task.Asks is { } asked ? await AskAsync(block, asked) : "";
        if (task.IsNull == true)
        {
            return;
        }

        var commands = Enumerable.Range(0, task.Count).Select(item => $"{task.Word(block.At, item)} {told}".Trim()).ToList();
        switch (task.Kind)
        {
            case TaskKind.Foreground:
                await EachAsync(task, flow, most: 1, (item, own) => EffectAsync(task, task.Item(block.At, item), commands[item], own));
                Conclude(block, task, path, [.. Enumerable.Range(0, task.Count).Select(item => task.Item(block.At, item).Rc)]);
                break;
            case TaskKind.Polled:
                Conclude(block, task, path, await PollAsync(block, task, path, commands));
                break;
            default:
                await StartAllAsync(block, task, path, commands, askers);
                block.Given[task] = $"{commands.Count}";
                break;
        }
    }

    /// <summary>Runs a block, or the blocks of a loop: where one fails, the others run all the same, and the first failure is that of the loop.</summary>
    private async Task RunBlocksAsync(ModelBlock block, TaskSpec task, string path, ModelFlow flow)
    {
        var outer = task.IsParallel ? null : block;
        if (!task.IsLoop)
        {
            var inner = new ModelBlock(task.Block!, path, block.At, flow, outer);
            await RunBlockAsync(inner);
            block.Given[task] = First(inner);
            return;
        }

        var blocks = new ModelBlock[task.Count];
        var failures = new ModelFailure?[task.Count];
        await EachAsync(task, flow, UsualBlocks, async (item, own) =>
        {
            blocks[item] = new ModelBlock(task.Block!, $"{path}.{item}", $"{block.At}b{item}", own, outer);
            failures[item] = await AttemptAsync(() => RunBlockAsync(blocks[item]));
            if (failures[item] is { } failure && (failure.IsCut || failure.Owner is not null))
            {
                throw failure;
            }
        });
        if (failures.FirstOrDefault(failure => failure is not null) is { } first)
        {
            throw first;
        }

        block.Given[task] = string.Join(",", blocks.Select(First));
    }

    /// <summary>What the first task of a block gave.</summary>
    private static string First(ModelBlock block) => block.Given.GetValueOrDefault(block.Spec.Main[0], "");

    /// <summary>Runs the items of a loop: one after the other or, beside what follows, so many at once, each in a flow of its own.</summary>
    private static async Task EachAsync(TaskSpec task, ModelFlow flow, int most, Func<int, ModelFlow, Task> run)
    {
        var next = 0;
        async Task TakeTurnsAsync()
        {
            while (next < task.Count && !flow.IsCut)
            {
                await run(next++, task.IsParallel ? flow.Beside() : flow);
            }
        }

        await Task.WhenAll(Enumerable.Range(0, task.IsParallel ? task.Max ?? most : 1).Select(_ => TakeTurnsAsync()).ToList());
    }

    /// <summary>Runs jobs to their ends, each begun as soon as there is room for it.</summary>
    private async Task<List<int?>> PollAsync(ModelBlock block, TaskSpec task, string path, List<string> commands)
    {
        var all = new List<ModelJob>();
        var running = new List<ModelJob>();
        while (all.Count < commands.Count || running.Count > 0)
        {
            while (all.Count < commands.Count && running.Count < (task.Max ?? commands.Count))
            {
                all.Add(Start(block, task, all.Count, path, commands[all.Count], askers: 1));
                running.Add(all[^1]);
            }

            var first = running.MinBy(job => job.End)!;
            await WaitForAsync(block, first);
            first.IsJudged = true;
            Remove(first);
            running.Remove(first);
        }

        return [.. all.Select(job => job.Rc)];
    }

    /// <summary>Starts jobs: all at once or, where the task bounds how many run, each as soon as there is room for it.</summary>
    private async Task StartAllAsync(ModelBlock block, TaskSpec task, string path, List<string> commands, int askers)
    {
        var all = new List<ModelJob>();
        while (all.Count < commands.Count)
        {
            var running = all.Where(job => !job.HasEnded).ToList();
            if (running.Count >= (task.Max ?? commands.Count))
            {
                await WaitForAsync(block, running.MinBy(job => job.End)!);
                JudgeEnded(block);
            }

            all.Add(Start(block, task, all.Count, path, commands[all.Count], askers));
        }
    }

    private async Task EffectAsync(TaskSpec task, ItemSpec item, string command, ModelFlow flow)
    {
        Tell(flow, command);
        if (item.Takes > TimeSpan.Zero)
        {
            await PassAsync(flow, [_time.At(Now + item.Takes)]);
            Tell(flow, $"{command} done");
        }

        _isNotified |= task.Notifies && item.Rc == 0;
    }

    private static void Conclude(ModelBlock block, TaskSpec task, string path, List<int?> rcs)
    {
        block.Given[task] = task.IsLoop ? $"{rcs.Count}" : $"{rcs[0]}";
        if (rcs.Any(rc => rc != 0) && !task.IgnoresErrors)
        {
            throw new ModelFailure(path, owner: null);
        }
    }

    private ModelJob Start(ModelBlock block, TaskSpec task, int item, string path, string command, int askers)
    {
        Tell(block.Flow, $"start {command}");
        var job = new ModelJob(task, task.Item(block.At, item), path, command, _time, askers);
        block.Works.Add(job);
        return job;
    }

    /// <summary>What a task gets of another, after it has waited for it.</summary>
    private async Task<string> AskAsync(ModelBlock block, TaskSpec asked)
    {
        if (asked.IsParallel && !block.IsMainOver)
        {
            await JoinAsync(block, asked);
        }

        if (asked.Kind != TaskKind.Started || !block.Given.TryGetValue(asked, out var count))
        {
            return block.Given.GetValueOrDefault(asked, "");
        }

        var jobs = block.Works.OfType<ModelJob>().Where(job => job.Task == asked).ToList();
        var failures = new List<ModelFailure>();
        foreach (var job in jobs)
        {
            var wasSettled = block.IsMainOver && job.IsJudged && block.Spec.Main.Contains(asked);
            await WaitForAsync(block, job);
            if (!wasSettled && Judged(job, owner: null) is { } failure)
            {
                failures.Add(failure);
            }
        }

        return failures.Count > 0 ? throw failures[0] : asked.IsLoop ? count : $"{jobs[0].Rc}";
    }

    private async Task JoinAsync(ModelBlock block, TaskSpec asked)
    {
        if (block.Works.OfType<ModelBranch>().FirstOrDefault(branch => branch.Task == asked) is { } branch)
        {
            await WaitForAsync(block, branch);
            if (Judged(branch, owner: null) is { } failure)
            {
                throw failure;
            }
        }
    }

    /// <summary>Time passes to the end of something, unless another fails before, for which nobody asks.</summary>
    private async Task WaitForAsync(ModelBlock block, ModelWork awaited)
    {
        while (!awaited.HasEnded)
        {
            await PassAsync(block.Flow, [awaited.Ending, .. block.Unasked().Where(work => work != awaited).Select(work => work.Ending)]);
            if (!awaited.HasEnded)
            {
                JudgeEnded(block);
            }
        }
    }

    /// <summary>Time passes to the first of several moments, unless the flow is ended before.</summary>
    private static async Task PassAsync(ModelFlow flow, IEnumerable<Task> moments)
    {
        var cutting = flow.Cutting;
        await Task.WhenAny([cutting, .. moments]);
        if (cutting.IsCompleted)
        {
            throw new ModelFailure("", owner: null) { IsCut = true };
        }
    }

    private void JudgeEnded(ModelBlock block)
    {
        if (block.IsShielded)
        {
            return;
        }

        if (block.Outer is { } outer)
        {
            JudgeEnded(outer);
        }

        foreach (var work in block.Works.Where(work => !work.IsJudged && work.Askers <= 0 && work.HasEnded).ToList())
        {
            Judge(work, block);
        }
    }

    private void Judge(ModelWork work, ModelBlock owner)
    {
        if (Judged(work, owner) is { } failure)
        {
            throw failure;
        }
    }

    /// <summary>Takes the end of something into account.</summary>
    /// <returns>What it fails with.</returns>
    private ModelFailure? Judged(ModelWork work, ModelBlock? owner)
    {
        work.IsJudged = true;
        if (work is ModelBranch branch)
        {
            return branch.Running.GetAwaiter().GetResult() is { } failure ? new ModelFailure(failure.Path, owner) : null;
        }

        var job = (ModelJob)work;
        Remove(job);
        return job.Fails && !job.Task.IgnoresErrors ? new ModelFailure(job.Path, owner) : null;
    }

    /// <summary>The normal end: what is to be joined is joined, what is to be cancelled is cancelled, and all that has ended is judged.</summary>
    private async Task EndAsync(ModelBlock block)
    {
        JudgeEnded(block);
        var joined = block.Works.Where(work => !work.IsJudged && work.Task.AtEnd == AtEnd.Join).ToList();
        foreach (var work in joined)
        {
            await WaitForAsync(block, work);
        }

        joined.OfType<ModelJob>().ToList().ForEach(Remove);
        foreach (var job in block.Works.OfType<ModelJob>().Where(job => !job.IsJudged && job.Task.AtEnd == AtEnd.Cancel && !job.HasEnded).ToList())
        {
            Cancel(block, job);
        }

        foreach (var work in block.Works.Where(work => !work.IsJudged && work.HasEnded).ToList())
        {
            Judge(work, block);
        }
    }

    private async Task CancelAllAsync(ModelBlock block)
    {
        var left = block.Works.Where(work => !work.IsJudged && work.Task.AtEnd != AtEnd.Leave).ToList();
        left.ForEach(work => work.IsJudged = true);
        left.OfType<ModelJob>().ToList().ForEach(job => Cancel(block, job));
        foreach (var branch in left.OfType<ModelBranch>())
        {
            branch.Flow.Cut();
        }

        await Task.WhenAll(left.Select(work => work is ModelBranch ? work.Ending : Task.CompletedTask));
    }

    private void Cancel(ModelBlock block, ModelJob job)
    {
        if (job.IsCancelled)
        {
            return;
        }

        Tell(block.Flow, $"cancel {job.Command}");
        job.IsCancelled = !job.HasEnded;
        Remove(job);
    }

    /// <summary>Reads what a job gave; one that has ended well notifies.</summary>
    private void Remove(ModelJob job)
    {
        if (_removed.Add(job.Command))
        {
            _isNotified |= job.Task.Notifies && job.Rc == 0;
        }
    }

    private void Tell(ModelFlow flow, string what) => _log.Add(new(Now, flow.Name, $"h1 {what}"));
}
