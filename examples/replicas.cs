#:project ../runtime/Playbooks/Playbooks.csproj
using Playbooks;

/// <summary>Dumps the primary while the replicas make room, and joins them all at once.</summary>
/// <remarks>
/// Different jobs on different hosts: each has the one that is its own, and one task waits for every host's.
/// <code>
/// dotnet run examples/replicas.cs
/// dotnet run examples/replicas.cs -- -i inventory.ini --primary db1
/// </code>
/// </remarks>
/// <param name="Primary">The primary; the first host where none is named.</param>
/// <param name="WorkDir">Where everything goes; what does not start with a slash is below the home directory.</param>
[Playbook("all")]
public partial record Replicas(string Primary = "", string WorkDir = ".cache/playbooks-examples")
{
    public Command Prepare => new($"mkdir -p {WorkDir}/replica");

    [Async(3600, Poll = 0), When(nameof(IsPrimary))]
    public Shell Dump => new($"sleep 1; seq 1 100 | tee {WorkDir}/dump.csv | wc -l");

    [Async(3600, Poll = 0), When(nameof(IsReplica))]
    public Shell MakeRoom => new($"rm -rf {WorkDir}/replica; df -Pk . | wc -l");

    [RunOnce]
    public Debug Ready(AcrossHosts<CommandResult> dump, AcrossHosts<CommandResult> makeRoom) =>
        new($"{dump.Results[0].Stdout.Trim()} rows of {dump.Hosts[0].Name} for {makeRoom.Hosts.Count} replicas");

    private bool IsPrimary(Host host, Play play) => host.Name == (Primary.Length > 0 ? Primary : play.Hosts[0].Name);

    private bool IsReplica(Host host, Play play) => !IsPrimary(host, play);
}
