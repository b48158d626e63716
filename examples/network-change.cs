#:project ../runtime/Playbooks/Playbooks.csproj
using Playbooks;

/// <summary>Changes what may cut us off, and has it undone by the host itself if we do not come back in time.</summary>
/// <remarks>
/// A dead man's switch: a job that nothing cancels, whatever becomes of the run. The change is a job, too, which goes on without a
/// network; its result arrives when the host is back. Whoever makes the directory first, the switch or the confirmation, has the last word.
/// <code>
/// dotnet run examples/network-change.cs
/// dotnet run examples/network-change.cs -- -i inventory.ini --apply "netplan apply" --undo "cp -r netplan.old/. /etc/netplan; netplan apply"
/// </code>
/// </remarks>
/// <param name="Apply">The change, a line for the shell.</param>
/// <param name="Undo">What takes it back, a line for the shell.</param>
/// <param name="Seconds">How long the host waits for our confirmation.</param>
/// <param name="WorkDir">Where everything goes; what does not start with a slash is below the home directory.</param>
[Playbook("all")]
public partial record NetworkChange(
    string Apply = "true",
    string Undo = "true",
    int Seconds = 60,
    string WorkDir = ".cache/playbooks-examples")
{
    public Shell Prepare => new($"mkdir -p {WorkDir}; rm -rf {WorkDir}/decided {WorkDir}/undone");

    [Async(nameof(Patience), Poll = 0, AtEnd = AtEnd.Leave)]
    public Shell Switch => new($"sleep {Seconds}; ! mkdir {WorkDir}/decided 2>/dev/null || sh -c {Undo}");

    [Async(600, Poll = 15)]
    public Shell Change => new($"sh -c {Apply}");

    /// <summary>An old connection may outlive what the change has broken: the confirmation takes a new one.</summary>
    public ResetConnection Reconnect => new();

    public Shell Confirm => new($"mkdir {WorkDir}/decided 2>/dev/null || {{ echo we came back too late, and the change was undone >&2; exit 1; }}");

    private TimeSpan Patience => TimeSpan.FromSeconds(Seconds + 600);
}
