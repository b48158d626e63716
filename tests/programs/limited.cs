#:project ../../runtime/Playbooks/Playbooks.csproj
using Playbooks;

/// <summary>Runs a script that the hosts have, as a job with a small limit or with a large one: what the tests break hosts for.</summary>
/// <param name="Script">The script.</param>
/// <param name="Slow">Whether it gets the large limit.</param>
[Playbook("all")]
public partial record Limited(string Script = "./work.sh", bool Slow = false)
{
    [Async(4, Poll = 1, Grace = 0)]
    public Command? Work => Slow ? null : new($"{Script}");

    [Async(300, Poll = 30)]
    public Command? Long => Slow ? new($"{Script}") : null;
}
