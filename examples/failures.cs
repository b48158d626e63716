#:project ../runtime/Playbooks/Playbooks.csproj
using Playbooks;

/// <summary>Runs a risky operation as a job, and goes on as it ended: well or not.</summary>
/// <remarks>
/// Handling failures: the <c>Wait</c> is told that nothing it finds is a failure, and the tasks after it look at the result.
/// <code>
/// dotnet run examples/failures.cs
/// dotnet run examples/failures.cs -- -i inventory.ini --fail
/// </code>
/// </remarks>
/// <param name="Fail">Makes the operation fail.</param>
/// <param name="WorkDir">Where everything goes; what does not start with a slash is below the home directory.</param>
[Playbook("all")]
public partial record Failures(bool Fail = false, string WorkDir = ".cache/playbooks-examples")
{
    public Copy Install => new("scripts/risky-operation.sh", $"{WorkDir}/") { Mode = "0755" };

    [Async(1800, Poll = 0)]
    public Command Operation => Fail
        ? new($"{WorkDir}/risky-operation.sh {WorkDir} fail")
        : new($"{WorkDir}/risky-operation.sh {WorkDir}");

    [ChangedWhen(false)]
    public Command OtherWork => new("echo other work");

    [Retry(90, Delay = 20), FailedWhen(false)]
    public Wait<CommandResult> Outcome(Job<CommandResult> operation) => new(operation);

    public Debug? HandleFailure(CommandResult outcome) =>
        outcome.Rc != 0 ? new($"Operation failed: {outcome.Stderr}") : null;

    [ChangedWhen(false)]
    public Command? Proceed(CommandResult outcome) => outcome.Rc == 0 ? new($"cat {WorkDir}/settings") : null;
}
