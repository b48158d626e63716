namespace Playbooks;

/// <summary>How a run went on one host.</summary>
/// <typeparam name="TResults">What the tasks give.</typeparam>
/// <param name="Host">The host.</param>
/// <param name="Counts">How its tasks ended.</param>
/// <param name="Results">What each task gave; <see langword="null"/> where the host failed, was lost, or was not reached before the run stopped.</param>
/// <param name="Failure">A <see cref="TaskFailedException"/> or an <see cref="UnreachableException"/>, where it did not end well.</param>
public sealed record HostReport<TResults>(Host Host, HostCounts Counts, TResults? Results, Exception? Failure)
    where TResults : class;
