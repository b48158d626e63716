using Playbooks.Execution.Jobs;

namespace Playbooks.Execution.Blocks;

/// <summary>Combines the failures of a block: the first one is the block's failure, and the later ones are reported with it.</summary>
internal static class FirstFailure
{
    /// <summary>Returns the failure of a block after a further failure.</summary>
    /// <param name="earlier">The earlier failure; <see langword="null"/> if there is none.</param>
    /// <param name="later">
    /// The new failure. If the host became unreachable, the run was interrupted or an outer block failed, the new failure replaces the earlier
    /// one, because this block cannot continue after it.
    /// </param>
    /// <param name="own">The jobs of the block.</param>
    internal static Exception Of(Exception? earlier, Exception later, BlockJobs own) => (earlier, later) switch
    {
        (null, _) or (_, not (TaskFailedException or UnreachableException)) => later,
        (TaskFailedException failed, UnreachableException) => With(later, [failed]),
        (TaskFailedException failed, TaskFailedException ofOuter) when own.Outer?.HaveFailedWith(ofOuter) == true => With(later, [failed]),
        (_, TaskFailedException failed) => With(earlier, [failed]),
        _ => earlier,
    };

    /// <summary>Adds other failures to a failure.</summary>
    internal static Exception With(Exception failure, IReadOnlyList<TaskFailedException> others)
    {
        List<TaskFailedException> all = [.. OthersOf(failure), .. others.SelectMany(other => OthersOf(other).Prepend(other))];
        if (all.Count == 0)
        {
            return failure;
        }

        switch (failure)
        {
            case TaskFailedException failed:
                failed.Others = all;
                return failed;
            case UnreachableException lost:
                return new UnreachableException(lost.Host, lost.Message, lost) { IsTransient = lost.IsTransient, WasReached = lost.WasReached, Others = all };
            default:
                return failure;
        }
    }

    /// <summary>Returns the other failures that were added to a failure.</summary>
    internal static IReadOnlyList<TaskFailedException> OthersOf(Exception failure) =>
        (failure as TaskFailedException)?.Others ?? (failure as UnreachableException)?.Others ?? [];
}
