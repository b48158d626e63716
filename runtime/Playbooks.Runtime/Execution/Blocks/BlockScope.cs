using Playbooks.Execution.Jobs;
using Playbooks.Execution.Tasks;
using Playbooks.Generated;

namespace Playbooks.Execution.Blocks;

/// <summary>A block, or the playbook as the outermost block, as one host runs it in one branch. Holds everything that its parts need.</summary>
internal sealed class BlockScope
{
    /// <summary>Creates the scope of a playbook on a host.</summary>
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

    /// <summary>The counts of the host's tasks.</summary>
    internal HostTally Tally { get; }

    /// <summary>How many tasks had failed before the block.</summary>
    internal int FailuresBefore { get; }

    /// <summary>All jobs of the host, from all blocks.</summary>
    internal StartedJobs Started { get; }

    /// <summary>The handlers of the host.</summary>
    internal HostHandlers Handlers { get; }

    /// <summary>The block's position and the results of its tasks.</summary>
    internal BlockRun Block { get; }

    /// <summary>The block around this one; <see langword="null"/> for a playbook.</summary>
    internal BlockScope? Outer { get; }

    /// <summary>The inner block that is running now; <see langword="null"/> if there is none.</summary>
    internal BlockScope? Inner { get; set; }

    /// <summary>The jobs and branches that the block owns.</summary>
    internal BlockJobs Jobs { get; }

    internal TaskOutcomes Outcomes { get; }

    internal TaskBoundaries Boundaries { get; }

    /// <summary>The block's failure, unless it was rescued.</summary>
    internal Exception? Failure { get; set; }

    /// <summary>The innermost task that has begun and has not ended; after a failure, the task that failed.</summary>
    internal TaskInfo? Current => Inner?.Current ?? Boundaries.Current;

    /// <summary>The current task, or else the last task of the block: events name it as the task during which something happened.</summary>
    internal TaskInfo During => Current ?? Block.Place(Block.Info.Tasks[^1]);

    /// <summary>How much of a task's <c>[Timeout]</c> has passed before its first run, which it counts against.</summary>
    internal (string Path, TimeSpan Time)? Spent { get; set; }

    /// <summary>Returns and resets how much of a run's <c>[Timeout]</c> has passed before it.</summary>
    internal TimeSpan TakeSpent(TaskInfo task)
    {
        var spent = Spent is { } before && before.Path == task.Path ? before.Time : TimeSpan.Zero;
        Spent = null;
        return spent;
    }

    /// <summary>Creates the scope of an inner block.</summary>
    internal BlockScope Within(BlockRun block) => new(Branch, Endpoint, Tally, Started, Handlers, block, this, Jobs);

    /// <summary>Creates the scope of an inner block that runs beside other blocks.</summary>
    internal BlockScope Within(BlockRun block, BranchContext branch) => new(branch, Endpoint, Tally.Beside(), Started, Handlers, block, this, Jobs);

    /// <summary>Creates the scope of the same block for one of its branches.</summary>
    internal BlockScope Beside(BranchContext branch) => new(branch, Endpoint, Tally.Beside(), Started, Handlers, Block.Beside(), Outer, jobsAround: null);

    /// <summary>Whether another task may use the result of a task, directly or through the results of this block.</summary>
    internal bool IsAsked(TaskInfo task) => Block.IsAsked(task) || (Outer is { } outer && Block.Member is { } block && outer.IsAsked(block));
}
