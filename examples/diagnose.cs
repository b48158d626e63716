#:project ../runtime/Playbooks/Playbooks.csproj
using Playbooks;

/// <summary>Examines every host by a script of ours, and brings what it found here.</summary>
/// <remarks>
/// The script is not copied beforehand: it travels with its task, also as a job. The reports are files here, a directory a host.
/// <code>
/// dotnet run examples/diagnose.cs
/// dotnet run examples/diagnose.cs -- -i inventory.ini --into /srv/reports/
/// </code>
/// </remarks>
/// <param name="Into">Where the reports go, on this machine.</param>
[Playbook("all")]
public partial record Diagnose(string Into = "~/.cache/playbooks-examples/diagnoses/")
{
    private const string Report = ".cache/playbooks-examples/diagnosis.txt";

    [Async(600, Poll = 0, AtEnd = AtEnd.Join)]
    public Script Examine => new($"scripts/examine.sh {Report}");

    public WaitFor Whole => new(Report, "^end of the report$") { Timeout = TimeSpan.FromMinutes(1) };

    public Fetch Bring => new(Report, $"{Into.TrimEnd('/')}/");

    public Debug Show(FetchResult bring, Facts facts) =>
        new($"{facts.DistributionName ?? facts.System}, {facts.Processors} processors: {bring.Size} bytes in {bring.Destination}");
}
