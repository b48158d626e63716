#:project ../../runtime/Playbooks/Playbooks.csproj
using Playbooks;

/// <summary>A task in the foreground prints more than anybody can keep; the next one goes on.</summary>
/// <param name="Bytes">How many bytes it prints.</param>
[Playbook("all")]
public partial record Endless(long Bytes)
{
    public Shell Much => new($"head -c {Bytes} /dev/zero | tr '\\0' x; echo end");

    public Debug Show(CommandResult much) => new($"{much.Stdout.Length} characters, {(much.Truncated ? "cut" : "whole")}, to the {much.Stdout[^3..]}");
}
