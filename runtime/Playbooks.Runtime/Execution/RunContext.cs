using Playbooks.Execution.Agreement;
using Playbooks.Execution.Effects;
using Playbooks.Execution.Jobs;
using Playbooks.Execution.Outputs;
using Playbooks.Execution.Selection;
using Playbooks.Execution.Tasks;
using Playbooks.Generated;

namespace Playbooks.Execution;

/// <summary>What all hosts of a playbook's run share. Nothing of it changes; what a host does in one branch is its <see cref="BranchContext"/>.</summary>
internal sealed class RunContext(
    PlaybookInfo playbook, Play play, RunOptions options, EventStream events, CancellationToken interrupt, CancellationToken watching)
{
    internal PlaybookInfo Playbook => playbook;

    /// <summary>The site's member that returned the playbook; <see langword="null"/> where it runs alone.</summary>
    internal TaskInfo? SiteMember { get; init; }

    internal Play Play => play;

    internal EventStream Events => events;

    internal TimeProvider Time { get; } = options.Time;

    /// <summary>Whom a task becomes where nobody names a user.</summary>
    internal string BecomeUser { get; } = options.BecomeUser ?? "root";

    /// <summary>By which program, where the inventory does not say.</summary>
    internal BecomeMethod BecomeMethod { get; } = options.BecomeMethod;

    /// <summary>Which tasks run.</summary>
    internal required TaskSelection Selection { get; init; }

    /// <summary>What the results keep of what was printed.</summary>
    internal required KeptOutput Output { get; init; }

    /// <summary>What takes whole outputs.</summary>
    internal required OutputFiles Files { get; init; }

    /// <summary>The ways to all hosts.</summary>
    internal required Endpoints Endpoints { get; init; }

    /// <summary>The way to all effects.</summary>
    internal RunEffects Effects { get; } = new(options.Effects, options.Forks < play.Hosts.Count ? options.Forks : null);

    /// <summary>The tasks of blocks where they stand.</summary>
    internal TaskPlaces Places { get; } = new();

    /// <summary>The jobs of all hosts.</summary>
    internal RunJobs Jobs { get; } = new();

    /// <summary>Whether what jobs print is told while they run.</summary>
    internal bool FollowJobs { get; } = options.FollowJobs;

    /// <summary>Whether users are made to linger where their jobs would end with the login else.</summary>
    internal bool EnablesLinger { get; } = options.EnableLinger;

    /// <summary>Whether an interruption cancels the jobs, too.</summary>
    internal bool CancelsJobs { get; } = options.CancelJobsOnInterrupt;

    /// <summary>Whether modules tell the differences that they make.</summary>
    internal bool ShowsDiff { get; } = options.Diff;

    /// <summary>Whether handlers run after a failure, too.</summary>
    internal bool ForcesHandlers { get; } = options.ForceHandlers;

    /// <summary>Interrupts the run: nothing new is started, nothing is waited for.</summary>
    internal CancellationToken Interrupt => interrupt;

    /// <summary>Ends the watching of jobs: the run is over, or interrupted.</summary>
    internal CancellationToken Watching => watching;

    /// <summary>Whether a task only tells what it would change: the attribute's word is nearer than the run's.</summary>
    internal bool Predicts(TaskInfo task) => task.CheckMode ?? play.CheckMode;

    /// <summary>Makes what the hosts of the next batch agree on.</summary>
    internal IAgreement Agree(IReadOnlyList<Host> hosts) => options.Agreement(playbook, [.. hosts.Select(host => host.Name)]);
}
