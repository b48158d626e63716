#:project ../../runtime/Playbooks/Playbooks.csproj
using Playbooks;

/// <summary>Says in every way that what a job prints is for nobody: the tests look at what its hosts keep.</summary>
[Playbook("all")]
public partial record Quiet
{
    [Async(60, Poll = 5, Keep = true), NoLog]
    public Command Attributed => new("echo for nobody");

    [Async(60, Poll = 5, Keep = true)]
    public Command Computed => new("echo for nobody") { NoLog = true };

    [NoLog]
    public Hushed Around => new();

    [Async(60, Poll = 5, Keep = true)]
    public Command Open => new("echo for all");
}

/// <summary>A job that knows nothing of it.</summary>
[Block]
public partial record Hushed
{
    [Async(60, Poll = 5, Keep = true)]
    public Command Within => new("echo for nobody");
}
