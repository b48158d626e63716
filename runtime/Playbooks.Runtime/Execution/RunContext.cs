using Playbooks.Execution.Agreement;
using Playbooks.Execution.Effects;
using Playbooks.Execution.Jobs;
using Playbooks.Execution.Outputs;
using Playbooks.Execution.Selection;
using Playbooks.Execution.Tasks;
using Playbooks.Generated;

namespace Playbooks.Execution;

/// <summary>What all hosts share in the run of a playbook. It does not change; <see cref="BranchContext"/> is what one host does in one branch.</summary>
internal sealed class RunContext(
    PlaybookInfo playbook, Play play, RunOptions options, EventStream events, CancellationToken interrupt, CancellationToken watching)
{
    internal PlaybookInfo Playbook => playbook;

    /// <summary>The site's task whose member returned the playbook; <see langword="null"/> if the playbook runs alone.</summary>
    internal TaskInfo? SiteMember { get; init; }

    internal Play Play => play;

    internal EventStream Events => events;

    internal TimeProvider Time { get; } = options.Time;

    /// <summary>The user to run as if the task, the playbook and the inventory name none.</summary>
    internal string BecomeUser { get; } = options.BecomeUser ?? "root";

    /// <summary>The become method if the inventory sets none.</summary>
    internal BecomeMethod BecomeMethod { get; } = options.BecomeMethod;

    /// <summary>Which tasks run.</summary>
    internal required TaskSelection Selection { get; init; }

    /// <summary>Limits the output that results keep in memory.</summary>
    internal required KeptOutput Output { get; init; }

    /// <summary>The files that receive whole outputs.</summary>
    internal required OutputFiles Files { get; init; }

    /// <summary>The connections to all hosts.</summary>
    internal required Endpoints Endpoints { get; init; }

    /// <summary>Carries out all effects.</summary>
    internal RunEffects Effects { get; } = new(options.Effects, options.Forks < play.Hosts.Count ? options.Forks : null);

    /// <summary>The tasks of blocks, at their places.</summary>
    internal TaskPlaces Places { get; } = new();

    /// <summary>The jobs of all hosts.</summary>
    internal RunJobs Jobs { get; } = new();

    /// <summary>Whether the run reports the output of jobs while they run.</summary>
    internal bool FollowJobs { get; } = options.FollowJobs;

    /// <summary>Whether to enable lingering for users whose jobs would otherwise end at logout.</summary>
    internal bool EnablesLinger { get; } = options.EnableLinger;

    /// <summary>Whether an interruption also cancels the jobs.</summary>
    internal bool CancelsJobs { get; } = options.CancelJobsOnInterrupt;

    /// <summary>Whether results show differences.</summary>
    internal bool ShowsDiff { get; } = options.Diff;

    /// <summary>Whether handlers also run after a failure.</summary>
    internal bool ForcesHandlers { get; } = options.ForceHandlers;

    /// <summary>Interrupts the run: no task starts and nothing waits.</summary>
    internal CancellationToken Interrupt => interrupt;

    /// <summary>Ends the watching of jobs: the run has ended or was interrupted.</summary>
    internal CancellationToken Watching => watching;

    /// <summary>Whether a task only reports what it would change. The task's attribute has precedence over the run.</summary>
    internal bool Predicts(TaskInfo task) => task.CheckMode ?? play.CheckMode;

    /// <summary>Creates the agreement between the hosts of the next batch.</summary>
    internal IAgreement Agree(IReadOnlyList<Host> hosts) => options.Agreement(playbook, [.. hosts.Select(host => host.Name)]);
}
