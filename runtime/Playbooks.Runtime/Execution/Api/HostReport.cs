namespace Playbooks;

/// <summary>Reports how a run ended on one host.</summary>
/// <typeparam name="TResults">The type that holds the results of all tasks on one host.</typeparam>
/// <param name="Host">The host.</param>
/// <param name="Counts">How many of the host's tasks succeeded, failed, were skipped, and so on.</param>
/// <param name="Results">
/// The result of each task; <see langword="null"/> if the host failed or became unreachable, or if the run stopped before this host's turn.
/// </param>
/// <param name="Failure">
/// Why the host failed: for example, a <see cref="TaskFailedException"/> or an <see cref="UnreachableException"/>. <see langword="null"/> if the host did not
/// fail.
/// </param>
public sealed record HostReport<TResults>(Host Host, HostCounts Counts, TResults? Results, Exception? Failure)
    where TResults : class;
