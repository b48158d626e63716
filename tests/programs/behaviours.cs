#:project ../../runtime/Playbooks/Playbooks.csproj
using Playbooks;

/// <summary>A job beside tasks that wait for what it does: a file of its, and its end.</summary>
[Playbook("all")]
public partial record Behaviours
{
    [Async(120, Poll = 0)]
    public Shell Prepare => new("echo noise; echo trouble >&2; echo ready >flag; until [ -e seen ]; do sleep 0.1; done; echo last; exit 1")
    {
        FailedWhen = r => r.Rc > 1,
        ChangedWhen = r => r.Rc == 1,
    };

    [Retry(60, Delay = 1)]
    public Stat Flag => new("flag") { Until = r => r.Exists };

    public Command See => new("touch seen");

    public Command Use(CommandResult prepare) => new($"echo {prepare.Rc} {prepare.Failed} {prepare.StdoutLines}");
}
