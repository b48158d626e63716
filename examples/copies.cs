#:project ../runtime/Playbooks/Playbooks.csproj
using Playbooks;

/// <summary>Copies many parts at once, and again only those that failed.</summary>
/// <remarks>
/// A loop of jobs whose rescue gets all results, in order and with their labels: what succeeded is not done twice.
/// <code>
/// dotnet run examples/copies.cs
/// dotnet run examples/copies.cs -- --parts north,south,east,west --broken south,west
/// </code>
/// </remarks>
/// <param name="Parts">What to copy.</param>
/// <param name="Broken">The parts whose first copy fails.</param>
/// <param name="WorkDir">Where everything goes; what does not start with a slash is below the home directory.</param>
[Playbook("all")]
public partial record Copies(
    IReadOnlyList<string>? Parts = null,
    IReadOnlyList<string>? Broken = null,
    string WorkDir = ".cache/playbooks-examples")
{
    public Command Prepare => new($"mkdir -p {WorkDir}");

    [Async(600, Poll = 0, Max = 4)]
    public IEnumerable<Shell> Copied => (Parts ?? ["north", "south"]).Select(part =>
        Broken?.Contains(part) == true
            ? new Shell($"echo {part} broke off >&2; exit 1") { Label = part }
            : Copy(part));

    public Debug Show(IReadOnlyList<CommandResult> copied) => new($"{copied.Count} parts copied");

    [Rescue, Async(600)]
    public IEnumerable<Shell> Again(IReadOnlyList<CommandResult>? copied) =>
        (copied ?? []).Where(copy => copy.Failed).Select(copy => Copy(copy.Label!));

    private Shell Copy(string part) => new($"echo {part} >>{WorkDir}/copied") { Label = part };
}
