#:project ../../runtime/Playbooks/Playbooks.csproj
using Playbooks;

/// <summary>Tells a text that it reads from a file: the tests watch who else comes to know it.</summary>
[Playbook("all")]
public partial record Secretive
{
    public Shell First => new($"text={Text}; : $text");

    [Async(60, Poll = 5)]
    public Shell Work => new($"sleep 1; echo {Text} told; echo {Text} >&2");

    [Async(60, Poll = 0)]
    public Shell Beside => new($"text={Text}; sleep 1; : $text");

    public Wait<CommandResult> Joined(Job<CommandResult> beside) => new(beside);

    private static string Text => File.ReadAllText("secret");
}
