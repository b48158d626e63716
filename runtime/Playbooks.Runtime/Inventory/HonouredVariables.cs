namespace Playbooks;

/// <summary>The inventory variables that control how a host is reached and as whom its tasks run, with all their names.</summary>
internal static class HonouredVariables
{
    internal const string Address = "ansible_host";
    internal const string Port = "ansible_port";
    internal const string User = "ansible_user";
    internal const string PrivateKey = "ansible_ssh_private_key_file";
    internal const string Connection = "ansible_connection";
    internal const string Become = "ansible_become";
    internal const string BecomeUser = "ansible_become_user";
    internal const string BecomeMethod = "ansible_become_method";
    internal const string GroupPriority = "ansible_group_priority";

    /// <summary>
    /// The names of each variable: first the one under which it is looked up, then all names in the order in which Ansible looks for them. If several are
    /// set, the last one wins.
    /// </summary>
    private static readonly (string Name, string[] All)[] s_names =
    [
        (Address, [Address, "ansible_ssh_host"]),
        (Port, [Port, "ansible_ssh_port"]),
        (User, [User, "ansible_ssh_user"]),
        (PrivateKey, ["ansible_private_key_file", PrivateKey]),
    ];

    private static readonly string[] s_becomePasswords = ["ansible_become_password", "ansible_become_pass"];

    /// <summary>The variables that only one become method reads.</summary>
    private static readonly (string User, string Password, BecomeMethod Method)[] s_ofMethods =
    [
        ("ansible_sudo_user", "ansible_sudo_pass", Playbooks.BecomeMethod.Sudo),
        ("ansible_su_user", "ansible_su_pass", Playbooks.BecomeMethod.Su),
        ("ansible_doas_user", "ansible_doas_pass", Playbooks.BecomeMethod.Doas),
    ];

    /// <summary>All these variables.</summary>
    internal static IReadOnlyList<string> All { get; } =
    [
        .. s_names.SelectMany(names => names.All), Connection, Become, BecomeUser, BecomeMethod, .. s_becomePasswords,
        .. s_ofMethods.Select(one => one.User), .. s_ofMethods.Select(one => one.Password), GroupPriority,
    ];

    /// <summary>Returns the name under which a variable is looked up.</summary>
    internal static string NameOf(string name) => s_names.FirstOrDefault(names => names.All.Contains(name)).Name ?? name;

    /// <summary>Whether the variable's value is the name of a user.</summary>
    internal static bool IsUser(string name) => NameOf(name) == User || name == BecomeUser || s_ofMethods.Any(one => one.User == name);

    /// <summary>Whether the variable's value is a password for running as another user.</summary>
    internal static bool IsPassword(string name) => s_becomePasswords.Contains(name) || s_ofMethods.Any(one => one.Password == name);

    /// <summary>Returns the become method that alone reads a variable; <see langword="null"/> for all other variables.</summary>
    internal static BecomeMethod? MethodOf(string name)
    {
        foreach (var one in s_ofMethods)
        {
            if (one.User == name || one.Password == name)
            {
                return one.Method;
            }
        }

        return null;
    }

    /// <summary>Renames the variables that have several names to the name under which they are looked up.</summary>
    internal static void Unify(Dictionary<string, string> variables)
    {
        foreach (var (name, all) in s_names)
        {
            if (all.LastOrDefault(variables.ContainsKey) is { } last)
            {
                variables[name] = variables[last];
            }
        }
    }

    /// <summary>Returns the names under which a host sets one variable to different values. The last one wins.</summary>
    internal static IEnumerable<IReadOnlyList<string>> Contradictions(Dictionary<string, string> variables)
    {
        foreach (var all in s_names.Select(names => names.All).Append(s_becomePasswords))
        {
            var given = all.Where(variables.ContainsKey).ToArray();
            if (given.Select(name => variables[name]).Distinct(StringComparer.Ordinal).Count() > 1)
            {
                yield return given;
            }
        }
    }

    /// <summary>Returns the user that a host's variables name for a become method; <see langword="null"/> if they name none.</summary>
    internal static string? BecomeUserOf(Host host, BecomeMethod method) =>
        host.Variables.GetValueOrDefault(s_ofMethods.First(one => one.Method == method).User) ?? host.Variables.GetValueOrDefault(BecomeUser);

    /// <summary>Returns the password for a become method among the passwords of a host; <see langword="null"/> if there is none.</summary>
    internal static Secret? BecomePasswordOf(Host host, BecomeMethod method) =>
        s_becomePasswords.Append(s_ofMethods.First(one => one.Method == method).Password)
            .Select(name => host.Passwords.GetValueOrDefault(name)).LastOrDefault(password => password is not null);

    /// <summary>Whether tasks without a setting of their own run as another user on a host.</summary>
    /// <exception cref="FormatException">The variable is neither yes nor no.</exception>
    internal static bool Becomes(Host host) => host.Variables.TryGetValue(Become, out var text) && IsYes(text);

    /// <summary>Parses a Boolean, in all the words that Ansible accepts.</summary>
    /// <exception cref="FormatException">The text is not one of these words.</exception>
    internal static bool IsYes(string text) => text.Trim().ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "ON" or "1" or "Y" or "T" => true,
        "FALSE" or "NO" or "OFF" or "0" or "N" or "F" => false,
        _ => throw new FormatException($"{Become} is '{text}': use true or false"),
    };

    /// <summary>Whether a connection type is the local connection; <see langword="null"/> if it is not a known connection type.</summary>
    internal static bool? IsLocal(string connection) =>
        (connection.StartsWith("ansible.builtin.", StringComparison.Ordinal) ? connection["ansible.builtin.".Length..] : connection) switch
        {
            "local" => true,
            "ssh" or "smart" or "paramiko" or "paramiko_ssh" => false,
            _ => null,
        };
}
