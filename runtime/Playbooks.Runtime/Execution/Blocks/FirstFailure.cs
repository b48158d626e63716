using Playbooks.Execution.Jobs;

namespace Playbooks.Execution.Blocks;

/// <summary>Of all that goes wrong in a block the first is its failure, and the rest are told beside it.</summary>
internal static class FirstFailure
{
    /// <summary>The failure of a block in which one thing has failed after another.</summary>
    /// <param name="earlier">What failed before, if anything did.</param>
    /// <param name="later">
    /// What failed now. That the host is lost, the run interrupted, or a block around this one failed outweighs what was before: nobody
    /// goes on from it here.
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

    /// <summary>A failure, and what failed beside it.</summary>
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

    /// <summary>What failed besides.</summary>
    internal static IReadOnlyList<TaskFailedException> OthersOf(Exception failure) =>
        (failure as TaskFailedException)?.Others ?? (failure as UnreachableException)?.Others ?? [];
}
