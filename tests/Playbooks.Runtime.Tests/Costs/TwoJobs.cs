namespace Playbooks.Runtime.Tests.Costs;

/// <summary>Two jobs that do nothing, one after the other.</summary>
[Playbook("all")]
public sealed partial record TwoJobs
{
    [Async(60, Poll = 30)]
    public Command First => new("true");

    [Async(60, Poll = 30)]
    public Command Second => new("true");
}
