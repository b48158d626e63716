#:project ../../runtime/Playbooks/Playbooks.csproj
using Playbooks;

/// <summary>Holds a secret in a job until it may go on: the tests look who else has it meanwhile.</summary>
/// <param name="Key">The secret.</param>
[Playbook("all")]
public partial record Keyed(Secret Key)
{
    [Async(120, Poll = 5)]
    public Shell Hold => new($"key={Key}; touch held; until [ -e go ]; do sleep 0.05; done; printf '%s' \"$key\" | wc -c");

    public Debug Show(CommandResult hold) => new($"{Key} has {hold.Stdout.Trim()} letters");
}
