#:project ../runtime/Playbooks/Playbooks.csproj
using Playbooks;

/// <summary>A build that may take four hours, and whose output can be followed from the first line on.</summary>
/// <remarks>
/// With <c>-v</c> its lines are shown as they come; <c>jobs tail -f</c> shows them from anywhere, also without the program that started it.
/// <code>
/// dotnet run examples/long-build.cs -- -v
/// dotnet run examples/long-build.cs -- -v -i inventory.ini --steps 480 --seconds 30
/// </code>
/// </remarks>
/// <param name="Steps">How many steps it has.</param>
/// <param name="Seconds">How long each takes.</param>
[Playbook("all")]
public partial record LongBuild(int Steps = 5, int Seconds = 1)
{
    [Async(4 * 3600, Poll = 120)]
    public Shell Build => new($"i=0; while [ $i -lt {Steps} ]; do i=$((i + 1)); echo step $i of {Steps}; sleep {Seconds}; done");

    public Debug Show(CommandResult build) => new($"built in {build.StdoutLines.Count} steps and {build.Duration.TotalSeconds:0} s");
}
