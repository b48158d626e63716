#:project ../../runtime/Playbooks/Playbooks.csproj
using Playbooks;

/// <summary>Writes a file, as a job: what the tests of bad input give wrong variables, keys and hosts.</summary>
/// <param name="Text">What to write; there is no default.</param>
/// <param name="Count">How many seconds the job takes.</param>
/// <param name="Program">The program that runs first.</param>
[Playbook("all")]
public partial record Probe(string Text, int Count = 0, string Program = "true")
{
    public Command First => new($"{Program}");

    [Async(60, Poll = 5)]
    public Shell Write => new($"sleep {Count}; echo {Text} >probed");
}
