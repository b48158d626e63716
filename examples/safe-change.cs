#:project ../runtime/Playbooks/Playbooks.csproj
using Playbooks;

/// <summary>Changes settings while a watchdog looks on, puts the old ones back if that fails, and tidies up in any case.</summary>
/// <remarks>
/// Blocks: the watchdog is a job of the block and ends with it, before the rescue begins. What was rescued does not fail the run.
/// <code>
/// dotnet run examples/safe-change.cs
/// dotnet run examples/safe-change.cs -- -i inventory.ini --fail
/// </code>
/// </remarks>
/// <param name="Fail">Makes the change fail.</param>
/// <param name="WorkDir">Where everything goes; what does not start with a slash is below the home directory.</param>
[Playbook("all")]
public partial record SafeChange(bool Fail = false, string WorkDir = ".cache/playbooks-examples")
{
    public Copy Install => new("scripts/risky-operation.sh", $"{WorkDir}/") { Mode = "0755" };

    public GuardedChange Change => new(WorkDir, Fail);

    public Debug Show(Host host, GuardedChange.Results change) => new(
        change.Restore is null ? $"{host.Name} has {change.Apply?.Stdout}" : $"{host.Name} is back to {change.Restore.Stdout}");
}

/// <summary>A change, with what guards it.</summary>
/// <param name="WorkDir">Where everything goes.</param>
/// <param name="Fail">Makes the change fail.</param>
[Block]
public partial record GuardedChange(string WorkDir, bool Fail)
{
    public Shell Keep => new($"cp {WorkDir}/settings {WorkDir}/settings.old 2>/dev/null || echo workers=1 >{WorkDir}/settings.old");

    [Async(600, Poll = 0, AtEnd = AtEnd.Cancel), ChangedWhen(false)]
    public Shell Watch => new($"while :; do date >>{WorkDir}/watched; sleep 1; done");

    [Async(600, Poll = 15)]
    public Command Apply => Fail
        ? new($"{WorkDir}/risky-operation.sh {WorkDir} fail")
        : new($"{WorkDir}/risky-operation.sh {WorkDir}");

    [Rescue]
    public Shell Restore(Failure failure) => new($"echo {failure.Task} failed >&2; cp {WorkDir}/settings.old {WorkDir}/settings; cat {WorkDir}/settings");

    [Always]
    public Command Tidy => new($"rm -f {WorkDir}/settings.old");
}
