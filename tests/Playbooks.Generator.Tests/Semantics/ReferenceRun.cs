namespace Playbooks.Generator.Tests.Semantics;

/// <summary>
/// What a playbook does on one host, by the words of the language's design: order, skips, waits, the ends of jobs, rescue, always, handlers. It knows
/// nothing of threads: time is a number, and everything happens one after the other.
/// </summary>
internal sealed class ReferenceRun
{
    private readonly List<string> _log = [];
    private readonly HashSet<string> _removed = [];
    private bool _isNotified;

    private ReferenceRun()
    {
    }

    /// <summary>What reaches the host in order, but for the removal of jobs.</summary>
    internal IReadOnlyList<string> Log => _log;

    /// <summary>The jobs whose directories are removed.</summary>
    internal IReadOnlySet<string> Removed => _removed;

    internal TimeSpan Now { get; private set; }

    internal int ExitCode { get; private set; }

    internal static ReferenceRun Of(BlockSpec playbook)
    {
        var run = new ReferenceRun();
        try
        {
            run.RunBlock(new ModelBlock(playbook, "", outer: null));
            if (run._isNotified)
            {
                run.Tell("handle.");
            }
        }
        catch (ModelFailure)
        {
            run.ExitCode = 2;
        }

        return run;
    }

    private void RunBlock(ModelBlock block)
    {
        ModelFailure? pending = null;
        try
        {
            RunAll(block, block.Spec.Main);
            End(block);
            block.IsMainOver = true;
        }
        catch (ModelFailure failure)
        {
            pending = Rescue(block, failure);
        }

        block.IsShielded = block.Spec.Always.Count > 0;
        var again = Attempt(() => RunAll(block, block.Spec.Always));
        if (again is null && (pending is null ? block.Spec.Rescue.Count : 0) + block.Spec.Always.Count > 0)
        {
            block.IsShielded = pending is not null;
            again = Attempt(() => End(block));
        }

        pending ??= again;
        if (pending is null)
        {
            return;
        }

        CancelAll(block);
        pending.Owner = pending.Owner == block ? null : pending.Owner;
        throw pending;
    }

    /// <returns>What nobody has rescued: the first failure, also where the rescue has failed, too.</returns>
    private ModelFailure? Rescue(ModelBlock block, ModelFailure failure)
    {
        CancelAll(block);
        block.IsMainOver = true;
        block.Failed = block.Path.Length > 0 && failure.Path.StartsWith($"{block.Path}.", StringComparison.Ordinal)
            ? failure.Path[(block.Path.Length + 1)..]
            : failure.Path;
        if (IsOfOuter(block, failure) || block.Spec.Rescue.Count == 0)
        {
            return failure;
        }

        var again = Attempt(() => RunAll(block, block.Spec.Rescue));
        if (again is null)
        {
            return null;
        }

        CancelAll(block);
        return IsOfOuter(block, again) ? again : failure;
    }

    /// <summary>Whether a job has failed a block around this one.</summary>
    private static bool IsOfOuter(ModelBlock block, ModelFailure failure) => failure.Owner is { } owner && owner != block;

    private static ModelFailure? Attempt(Action part)
    {
        try
        {
            part();
            return null;
        }
        catch (ModelFailure failure)
        {
            return failure;
        }
    }

    private void RunAll(ModelBlock block, IReadOnlyList<TaskSpec> tasks)
    {
        for (var index = 0; index < tasks.Count; index++)
        {
            JudgeEnded(block);
            Run(block, tasks[index], askers: tasks.Skip(index + 1).Count(later => later.Asks == tasks[index]));
            foreach (var job in block.Jobs.Where(job => job.Task == tasks[index].Asks))
            {
                job.Askers--;
            }
        }
    }

    private void Run(ModelBlock block, TaskSpec task, int askers)
    {
        var path = block.Path.Length > 0 ? $"{block.Path}.{task.Name}" : task.Name;
        if (task.Block is not null)
        {
            RunBlock(new ModelBlock(task.Block, path, block));
            return;
        }

        if (task.When == false)
        {
            return;
        }

        var told = task.TellsFailure ? block.Failed! : task.Asks is { } asked ? Ask(block, asked) : "";
        if (task.IsNull == true)
        {
            return;
        }

        var commands = task.Items.Select((_, item) => $"{task.Word(item)} {told}".Trim()).ToList();
        switch (task.Kind)
        {
            case TaskKind.Foreground:
                for (var item = 0; item < commands.Count; item++)
                {
                    Effect(commands[item], task.Items[item].Takes);
                }

                Conclude(block, task, path, [.. task.Items.Select(item => item.Rc)]);
                break;
            case TaskKind.Polled:
                Conclude(block, task, path, Poll(block, task, path, commands));
                break;
            default:
                StartAll(block, task, path, commands, askers);
                block.Given[task] = $"{commands.Count}";
                break;
        }
    }

    /// <summary>Runs jobs to their ends, each begun as soon as there is room for it.</summary>
    private List<int?> Poll(ModelBlock block, TaskSpec task, string path, List<string> commands)
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
            WaitFor(block, first);
            first.IsJudged = true;
            Remove(first);
            running.Remove(first);
        }

        return [.. all.Select(job => job.Rc)];
    }

    /// <summary>Starts jobs: all at once or, where the task bounds how many run, each as soon as there is room for it.</summary>
    private void StartAll(ModelBlock block, TaskSpec task, string path, List<string> commands, int askers)
    {
        var all = new List<ModelJob>();
        while (all.Count < commands.Count)
        {
            var running = all.Where(job => !HasEnded(job)).ToList();
            if (running.Count >= (task.Max ?? commands.Count))
            {
                WaitFor(block, running.MinBy(job => job.End)!);
                JudgeEnded(block);
            }

            all.Add(Start(block, task, all.Count, path, commands[all.Count], askers));
        }
    }

    private void Effect(string command, TimeSpan takes)
    {
        Tell(command);
        if (takes > TimeSpan.Zero)
        {
            Now += takes;
            Tell($"{command} done");
        }
    }

    private void Conclude(ModelBlock block, TaskSpec task, string path, List<int?> rcs)
    {
        block.Given[task] = task.IsLoop ? $"{rcs.Count}" : $"{rcs[0]}";
        _isNotified |= task.Notifies && rcs.Contains(0);
        if (rcs.Any(rc => rc != 0) && !task.IgnoresErrors)
        {
            throw new ModelFailure(path, owner: null);
        }
    }

    private ModelJob Start(ModelBlock block, TaskSpec task, int item, string path, string command, int askers)
    {
        Tell($"start {command}");
        var job = new ModelJob(task, task.Items[item], path, command, Now, askers);
        block.Jobs.Add(job);
        return job;
    }

    /// <summary>What a task gets of another, after it has waited for it.</summary>
    private string Ask(ModelBlock block, TaskSpec asked)
    {
        if (asked.Kind != TaskKind.Started || !block.Given.TryGetValue(asked, out var count))
        {
            return block.Given.GetValueOrDefault(asked, "");
        }

        var jobs = block.Jobs.Where(job => job.Task == asked).ToList();
        var failures = new List<ModelFailure>();
        foreach (var job in jobs)
        {
            var wasSettled = block.IsMainOver && job.IsJudged && block.Spec.Main.Contains(asked);
            WaitFor(block, job);
            if (!wasSettled && Attempt(() => Judge(job, owner: null)) is { } failure)
            {
                failures.Add(failure);
            }
        }

        return failures.Count > 0 ? throw failures[0] : asked.IsLoop ? count : $"{jobs[0].Rc}";
    }

    /// <summary>Time passes to a job's end, unless another fails before, for which nobody asks.</summary>
    private void WaitFor(ModelBlock block, ModelJob awaited)
    {
        while (!HasEnded(awaited))
        {
            var next = block.Unasked().Where(job => job != awaited && job.End < awaited.End).MinBy(job => job.End);
            Now = next is null ? awaited.End : next.End > Now ? next.End : Now;
            if (next is not null)
            {
                JudgeEnded(block);
            }
        }
    }

    private bool HasEnded(ModelJob job) => job.IsCancelled || job.End <= Now;

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

        foreach (var job in block.Jobs.Where(job => !job.IsJudged && job.Askers <= 0 && HasEnded(job)).ToList())
        {
            Judge(job, block);
        }
    }

    private void Judge(ModelJob job, ModelBlock? owner)
    {
        job.IsJudged = true;
        Remove(job);
        if (job.Fails && !job.Task.IgnoresErrors)
        {
            throw new ModelFailure(job.Path, owner);
        }
    }

    /// <summary>The normal end: what is to be joined is joined, what is to be cancelled is cancelled, and all that has ended is judged.</summary>
    private void End(ModelBlock block)
    {
        JudgeEnded(block);
        var joined = block.Jobs.Where(job => !job.IsJudged && job.Task.AtEnd == AtEnd.Join).ToList();
        foreach (var job in joined)
        {
            WaitFor(block, job);
        }

        joined.ForEach(job => Remove(job));
        foreach (var job in block.Jobs.Where(job => !job.IsJudged && job.Task.AtEnd == AtEnd.Cancel && !HasEnded(job)).ToList())
        {
            Cancel(job);
        }

        foreach (var job in block.Jobs.Where(job => !job.IsJudged && HasEnded(job)).ToList())
        {
            Judge(job, block);
        }
    }

    private void CancelAll(ModelBlock block)
    {
        foreach (var job in block.Jobs.Where(job => !job.IsJudged && job.Task.AtEnd != AtEnd.Leave).ToList())
        {
            job.IsJudged = true;
            Cancel(job);
        }
    }

    private void Cancel(ModelJob job)
    {
        if (job.IsCancelled)
        {
            return;
        }

        Tell($"cancel {job.Command}");
        job.IsCancelled = !HasEnded(job);
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

    private void Tell(string what) => _log.Add($"h1 {what}");
}
