#:project ../runtime/Playbooks/Playbooks.csproj
using Playbooks;

/// <summary>Asks all hosts at once how much space is left, from one place.</summary>
/// <remarks>
/// A loop of jobs, each delegated to a host of its own: one host starts them all and waits for them all, wherever they run.
/// <code>
/// dotnet run examples/disk-space.cs
/// dotnet run examples/disk-space.cs -- -i inventory.ini --path /srv
/// </code>
/// </remarks>
/// <param name="Path">The file system's place; what does not start with a slash is below the home directory.</param>
[Playbook("all")]
public partial record DiskSpace(string Path = ".")
{
    [RunOnce, Async(120, Poll = 0), ChangedWhen(false)]
    public IEnumerable<Shell> Looks(Play play) =>
        play.Hosts.Select(host => new Shell($"df -Pk {Path} | tail -n 1") { DelegateTo = host.Name, Label = host.Name });

    [RunOnce]
    public Debug Show(IReadOnlyList<CommandResult> looks) =>
        new(string.Join("; ", looks.Select(look => $"{look.Label} has {Available(look)} KiB")));

    private static string Available(CommandResult df) => df.Stdout.Split(' ', StringSplitOptions.RemoveEmptyEntries)[3];
}
