namespace Playbooks;

/// <summary>A host of the inventory.</summary>
public sealed class Host
{
    private static readonly string[] s_passwords = ["ansible_become_password", "ansible_become_pass"];

    /// <summary>Makes a host.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="groups">Its groups.</param>
    /// <param name="variables">Its variables, its groups' included.</param>
    public Host(string name, IReadOnlyList<string>? groups = null, IReadOnlyDictionary<string, string>? variables = null)
    {
        Name = name;
        Groups = groups ?? [];
        Variables = variables ?? new Dictionary<string, string>();
        if (s_passwords.Any(Variables.ContainsKey))
        {
            BecomePassword = new Secret(Variables[s_passwords.First(Variables.ContainsKey)]);
            Variables = Variables.Where(variable => !s_passwords.Contains(variable.Key)).ToDictionary(StringComparer.Ordinal);
        }
    }

    /// <summary>Its name in the inventory.</summary>
    public string Name { get; }

    /// <summary>Where it is reached: <c>ansible_host</c>, by default its name.</summary>
    public string Address => Variables.GetValueOrDefault("ansible_host", Name);

    /// <summary>The groups that it is in, also through others, without <c>all</c>.</summary>
    public IReadOnlyList<string> Groups { get; }

    /// <summary>Its variables, as text: its own, and its groups', without the password for becoming another user.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; }

    /// <summary>The password for becoming another user, which is among the variables no more, so that nobody prints it with them.</summary>
    internal Secret? BecomePassword { get; }

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
