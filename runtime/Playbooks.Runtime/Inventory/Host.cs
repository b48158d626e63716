namespace Playbooks;

/// <summary>A host of the inventory.</summary>
public sealed class Host
{
    /// <summary>Creates a host.</summary>
    /// <param name="name">The host's name.</param>
    /// <param name="groups">The names of the host's groups; <see langword="null"/> if the host is in no group.</param>
    /// <param name="variables">The host's variables, including those of its groups; <see langword="null"/> if it has no variables.</param>
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

    /// <summary>The host's name in the inventory.</summary>
    public string Name { get; }

    /// <summary>
    /// The address at which the host is reached: the value of the variable <c>ansible_host</c>, or the host's name if this variable is not set.
    /// </summary>
    public string Address => Variables.GetValueOrDefault(HonouredVariables.Address, Name);

    /// <summary>The names of all groups that contain the host, directly or through another group. The group <c>all</c> is left out.</summary>
    public IReadOnlyList<string> Groups { get; }

    /// <summary>
    /// The host's variables as text, including those of its groups, but without passwords. Looking up a variable that does not exist throws a <see
    /// cref="KeyNotFoundException"/> that names the variable and where it was looked for.
    /// </summary>
    public IReadOnlyDictionary<string, string> Variables { get; }

    /// <summary>The inventory file that lists the host; <see langword="null"/> if no file does.</summary>
    internal string? File { get; }

    /// <summary>
    /// The passwords for running as another user, by the names of their variables. They are not in <see cref="Variables"/>, so that nobody prints them by
    /// mistake.
    /// </summary>
    internal IReadOnlyDictionary<string, Secret> Passwords { get; }

    /// <summary>Returns the host's name.</summary>
    public override string ToString() => Name;
}
