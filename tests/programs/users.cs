#:project ../../runtime/Playbooks/Playbooks.csproj
using Playbooks;

/// <summary>Says who it is, as a task and as a job: what the tests of users give passwords.</summary>
[Playbook("all", Become = true)]
public partial record Users
{
    public Shell Here => new("echo $(id -un) in $PWD");

    [Async(60, Poll = 5)]
    public Shell Later => new("sleep 1; echo $(id -un) in $PWD");

    public Debug Show(CommandResult here, CommandResult later) => new($"{here.Stdout}, then {later.Stdout}");
}
