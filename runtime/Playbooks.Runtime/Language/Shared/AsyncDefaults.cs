namespace Playbooks;

/// <summary>The values of <c>[Async]</c> that a playbook does not set.</summary>
internal static class AsyncDefaults
{
    /// <summary>The seconds between TERM and KILL.</summary>
    internal const int Grace = 10;

    private const int LongestPoll = 15;

    /// <summary>The longest time between two checks of a job, in seconds: 15 or half of its limit, whichever is less.</summary>
    /// <param name="limit">The limit of the job in seconds; 0 if a member of the playbook computes it.</param>
    internal static int PollOf(int limit) => limit == 0 ? LongestPoll : Math.Min(LongestPoll, LongestPollOf(limit));

    /// <summary>The largest poll in seconds: half of the job's limit.</summary>
    /// <param name="limit">The limit of the job in seconds; more than zero.</param>
    internal static int LongestPollOf(int limit) => Math.Max(1, limit / 2);
}
