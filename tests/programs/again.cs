#:project ../../runtime/Playbooks/Playbooks.csproj
using Playbooks;

/// <summary>Runs a script that the hosts have as a job that is started again when it is lost, or, with a name, as one that runs once at a time.</summary>
/// <param name="Named">Whether it has a name.</param>
[Playbook("all")]
public partial record Again(bool Named = false)
{
    [Async(300, Poll = 30, OnLost = OnLost.Rerun)]
    public Command? Work => Named ? null : new("./work.sh");

    [Async(300, Poll = 30, Key = "nightly")]
    public Command? Nightly => Named ? new("./work.sh") : null;
}
