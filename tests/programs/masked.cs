#:project ../../runtime/Playbooks/Playbooks.csproj
using Playbooks;

/// <summary>Prints 1 MiB again and again, while so many secrets are known: what hiding them costs.</summary>
/// <param name="Secrets">How many.</param>
/// <param name="Times">How often it is printed.</param>
[Playbook("all")]
public partial record Masked(int Secrets = 0, int Times = 50)
{
    public Debug Known => new($"{Enumerable.Range(0, Secrets).Select(number => new Secret($"secret {number} of this run")).Count()} secrets");

    public IEnumerable<Shell> Text => Enumerable.Repeat(new Shell("yes 'Some text as programs print it, with secrecy in it.' | head -c 1048576"), Times);
}
