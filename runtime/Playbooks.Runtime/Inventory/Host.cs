namespace Playbooks;

/// <summary>A host of the inventory.</summary>
public sealed class Host
{
    /// <summary>Makes a host.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="groups">Its groups.</param>
    /// <param name="variables">Its variables, its groups' included.</param>
    public Host(string name, IReadOnlyList<string>? groups = null, IReadOnlyDictionary<string, string>? variables = null)
        : this(name, groups ?? [], variables ?? new Dictionary<string, string>(), file: null)
    {
    }

    internal Host(string name, IReadOnlyList<string> groups, IReadOnlyDictionary<string, string> variables, string? file)
    {
        Name = name;
        Groups = groups;
        File = file;
        var open = variables.Where(variable => !UnreadVariables.IsSecret(variable.Key)).ToDictionary(StringComparer.Ordinal);
        HonouredVariables.Unify(open);
        Variables = new HostVariables(name, file, open);
        Passwords = variables.Where(variable => HonouredVariables.IsPassword(variable.Key))
            .ToDictionary(variable => variable.Key, variable => new Secret(variable.Value), StringComparer.Ordinal);
    }

    /// <summary>Its name in the inventory.</summary>
    public string Name { get; }

    /// <summary>Where it is reached: <c>ansible_host</c>, by default its name.</summary>
    public string Address => Variables.GetValueOrDefault(HonouredVariables.Address, Name);

    /// <summary>The groups that it is in, also through others, without <c>all</c>.</summary>
    public IReadOnlyList<string> Groups { get; }

    /// <summary>
    /// Its variables, as text: its own, and its groups', without passwords for logging in or becoming another user. To ask for one that there is
    /// not throws a <see cref="KeyNotFoundException"/> that says which one, and where it was looked for.
    /// </summary>
    public IReadOnlyDictionary<string, string> Variables { get; }

    /// <summary>The inventory that lists it; <see langword="null"/> where none does.</summary>
    internal string? File { get; }

    /// <summary>
    /// The passwords for becoming another user, by their variables, which are among the others no more, so that nobody prints them with these.
    /// </summary>
    internal IReadOnlyDictionary<string, Secret> Passwords { get; }

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
