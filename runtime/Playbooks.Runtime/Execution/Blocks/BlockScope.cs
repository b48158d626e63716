using Playbooks.Execution.Jobs;
using Playbooks.Execution.Tasks;
using Playbooks.Generated;

namespace Playbooks.Execution.Blocks;

/// <summary>A block, or a playbook as the outermost one, as one host runs it in one branch: all that those need who do its work.</summary>
internal sealed class BlockScope
{
    /// <summary>A playbook on a host.</summary>
    internal BlockScope(BranchContext branch, HostEndpoint endpoint)
        : this(
            branch,
            endpoint,
            new HostTally(endpoint.Host),
            new StartedJobs(),
            new HostHandlers(),
            BlockRun.OfPlaybook(branch.Run),
            outer: null,
            jobsAround: null)
    {
    }

    private BlockScope(
        BranchContext branch,
        HostEndpoint endpoint,
        HostTally tally,
        StartedJobs started,
        HostHandlers handlers,
        BlockRun block,
        BlockScope? outer,
        BlockJobs? jobsAround)
    {
        (Branch, Endpoint, Tally, Started, Handlers, Block, Outer) = (branch, endpoint, tally, started, handlers, block, outer);
        FailuresBefore = tally.Failures;
        Jobs = new BlockJobs(branch, Host, tally, block, started, jobsAround);
        Outcomes = new TaskOutcomes(branch, Host, tally);
        Boundaries = new TaskBoundaries(branch, block, Host, Jobs, Outcomes);
    }

    internal BranchContext Branch { get; }

    internal RunContext Run => Branch.Run;

    /// <summary>The way to the host.</summary>
    internal HostEndpoint Endpoint { get; }

    internal Host Host => Endpoint.Host;

    /// <summary>How its tasks have ended.</summary>
    internal HostTally Tally { get; }

    /// <summary>How many tasks had failed before the block.</summary>
    internal int FailuresBefore { get; }

    /// <summary>All jobs of the host, in whichever block they were started.</summary>
    internal StartedJobs Started { get; }

    /// <summary>The handlers of the host.</summary>
    internal HostHandlers Handlers { get; }

    /// <summary>Where the block stands, and what its tasks gave.</summary>
    internal BlockRun Block { get; }

    /// <summary>The block around it; <see langword="null"/> for a playbook.</summary>
    internal BlockScope? Outer { get; }

    /// <summary>The block within it that runs now.</summary>
    internal BlockScope? Inner { get; set; }

    /// <summary>The jobs and branches that it owns.</summary>
    internal BlockJobs Jobs { get; }

    internal TaskOutcomes Outcomes { get; }

    internal TaskBoundaries Boundaries { get; }

    /// <summary>What it has failed with, unless it was rescued.</summary>
    internal Exception? Failure { get; set; }

    /// <summary>The task that has begun and has not ended, the innermost; after a failure, the one that failed.</summary>
    internal TaskInfo? Current => Inner?.Current ?? Boundaries.Current;

    /// <summary>The task that has begun or, where none has, the last: during which something is said to have happened.</summary>
    internal TaskInfo During => Current ?? Block.Place(Block.Info.Tasks[^1]);

    /// <summary>What of a task's <c>[Timeout]</c> has gone before its first run, which bears it.</summary>
    internal (string Path, TimeSpan Time)? Spent { get; set; }

    /// <summary>Takes what of a run's <c>[Timeout]</c> has gone before it.</summary>
    internal TimeSpan TakeSpent(TaskInfo task)
    {
        var spent = Spent is { } before && before.Path == task.Path ? before.Time : TimeSpan.Zero;
        Spent = null;
        return spent;
    }

    /// <summary>A block within it.</summary>
    internal BlockScope Within(BlockRun block) => new(Branch, Endpoint, Tally, Started, Handlers, block, this, Jobs);

    /// <summary>A block within it, beside others.</summary>
    internal BlockScope Within(BlockRun block, BranchContext branch) => new(branch, Endpoint, Tally.Beside(), Started, Handlers, block, this, Jobs);

    /// <summary>The same block for a task that runs beside those that follow it.</summary>
    internal BlockScope Beside(BranchContext branch) => new(branch, Endpoint, Tally.Beside(), Started, Handlers, Block.Beside(), Outer, jobsAround: null);

    /// <summary>Whether another task may ask for what a task gave, be it through the results of this block.</summary>
    internal bool IsAsked(TaskInfo task) => Block.IsAsked(task) || (Outer is { } outer && Block.Member is { } block && outer.IsAsked(block));
}
