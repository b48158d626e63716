#:project ../../runtime/Playbooks/Playbooks.csproj
using Playbooks;

/// <summary>Steers: connects anew while a job runs, and ends the job.</summary>
[Playbook("all")]
public partial record Steering
{
    [Async(300, Poll = 0)]
    public Shell Watch => new("echo begun; sleep 4217");

    [ChangedWhen(false)]
    public Shell Before => new("cut -d' ' -f4 /proc/$PPID/stat; echo $PPID");

    public ResetConnection Anew => new();

    [ChangedWhen(false)]
    public Shell Behind => new("cut -d' ' -f4 /proc/$PPID/stat; echo $PPID");

    public Require Changed(CommandResult before, CommandResult behind) => new(before.Stdout != behind.Stdout);

    public Cancel<CommandResult> Enough(Job<CommandResult> watch) => new(watch);

    public Require Heard(CommandResult enough) => new(enough.Changed && enough.Stdout == "begun");
}
