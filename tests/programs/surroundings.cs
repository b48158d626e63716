#:project ../../runtime/Playbooks/Playbooks.csproj
using Playbooks;

/// <summary>Says in what surroundings each kind of task runs.</summary>
[Playbook("all")]
public partial record Surroundings
{
    public Shell Here => new("echo $GREETING; cat name") { Env = Greeting };

    public Raw Sent => new("echo $GREETING; cat name") { Env = Greeting };

    [Async(60, Poll = 5)]
    public Shell Job => new("echo $GREETING; cat name") { Env = Greeting };

    private static Dictionary<string, string> Greeting => new() { ["GREETING"] = "it's me" };
}
