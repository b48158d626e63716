#:project ../../runtime/Playbooks/Playbooks.csproj
#:project ../../runtime/Playbooks.Testing/Playbooks.Testing.csproj
#:property TieredCompilation=false
#:property PublishAot=false
using Playbooks;
using Playbooks.Testing;

// Says how many bytes the controller allocates for a task: ten tasks more, in many runs, on one scripted host. The runs before are not counted.
const int Runs = 200;

await AllocatedAsync(new Ten());
await AllocatedAsync(new Twenty());
var ten = await AllocatedAsync(new Ten());
var twenty = await AllocatedAsync(new Twenty());
Console.WriteLine((twenty - ten) / (10 * Runs));

static async Task<long> AllocatedAsync<TResults>(IPlaybook<TResults> playbook)
    where TResults : class
{
    var before = GC.GetTotalAllocatedBytes(precise: true);
    for (var run = 0; run < Runs; run++)
    {
        var report = await playbook.RunAsync(new ScriptedHosts("web1").Options, CancellationToken.None);
        if (report.ExitCode != 0)
        {
            throw new InvalidOperationException($"The run ended with {report.ExitCode}.");
        }
    }

    return GC.GetTotalAllocatedBytes(precise: true) - before;
}

/// <summary>Ten commands.</summary>
[Playbook("all")]
public partial record Ten
{
    public Command T01 => new("true");
    public Command T02 => new("true");
    public Command T03 => new("true");
    public Command T04 => new("true");
    public Command T05 => new("true");
    public Command T06 => new("true");
    public Command T07 => new("true");
    public Command T08 => new("true");
    public Command T09 => new("true");
    public Command T10 => new("true");
}

/// <summary>Twenty commands.</summary>
[Playbook("all")]
public partial record Twenty
{
    public Command T01 => new("true");
    public Command T02 => new("true");
    public Command T03 => new("true");
    public Command T04 => new("true");
    public Command T05 => new("true");
    public Command T06 => new("true");
    public Command T07 => new("true");
    public Command T08 => new("true");
    public Command T09 => new("true");
    public Command T10 => new("true");
    public Command T11 => new("true");
    public Command T12 => new("true");
    public Command T13 => new("true");
    public Command T14 => new("true");
    public Command T15 => new("true");
    public Command T16 => new("true");
    public Command T17 => new("true");
    public Command T18 => new("true");
    public Command T19 => new("true");
    public Command T20 => new("true");
}
