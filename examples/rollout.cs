#:project ../runtime/Playbooks/Playbooks.csproj
using Playbooks;

/// <summary>Rolls out a release, and where anything is new reloads once and warms the caches behind the run's back.</summary>
/// <remarks>
/// Handlers: run at the end where they were notified. The last one is a job that nobody waits for: it outlives the run, to its end or its limit.
/// <code>
/// dotnet run examples/rollout.cs
/// dotnet run examples/rollout.cs -- -i inventory.ini --release 2
/// </code>
/// </remarks>
/// <param name="Release">What to roll out; the same one again changes nothing.</param>
/// <param name="Seconds">How long the warming takes.</param>
/// <param name="WorkDir">Where everything goes; what does not start with a slash is below the home directory.</param>
[Playbook("all")]
public partial record Rollout(int Release = 1, int Seconds = 10, string WorkDir = ".cache/playbooks-examples")
{
    [Notify(nameof(Reload))]
    public Copy Config => new("files/app.conf", $"{WorkDir}/app/");

    [Notify(nameof(Reload)), Notify(nameof(Warm))]
    public Shell Code => new($"mkdir -p {WorkDir}; grep -qsx {Release} {WorkDir}/release || echo {Release} | tee {WorkDir}/release")
    {
        ChangedWhen = result => result.Stdout.Length > 0,
    };

    [Handler]
    public Shell Reload => new($"echo {Release} >>{WorkDir}/reloads");

    [Handler, Async(3600, Poll = 0, AtEnd = AtEnd.Leave)]
    public Shell Warm(Host host) => new($"sleep {Seconds}; echo {host.Name} >{WorkDir}/warm");
}
