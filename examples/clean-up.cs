#:project ../runtime/Playbooks/Playbooks.csproj
using Playbooks;

/// <summary>Removes what old jobs left on the hosts.</summary>
/// <remarks>
/// Stale jobs: a run removes its jobs' files itself. Those of a run that was killed, of jobs that were left or kept, remain.
/// A job that still runs is never touched.
/// <code>
/// dotnet run examples/clean-up.cs
/// dotnet run examples/clean-up.cs -- -i inventory.ini --days 7
/// </code>
/// </remarks>
/// <param name="Days">How many days ago a job must have ended.</param>
[Playbook("all")]
public partial record CleanUp(int Days = 1)
{
    [ChangedWhen(false), IgnoreErrors]
    public CleanJobs OldJobs => new() { OlderThan = TimeSpan.FromDays(Days) };
}
