namespace Playbooks;

/// <summary>The names of become methods.</summary>
internal static class BecomeMethods
{
    /// <summary>
    /// Returns the become method with a name; Ansible's long names are allowed too. Returns <see langword="null"/> if no method has the name.
    /// </summary>
    internal static BecomeMethod? Named(string name) => name switch
    {
        "sudo" or "ansible.builtin.sudo" => BecomeMethod.Sudo,
        "su" or "ansible.builtin.su" => BecomeMethod.Su,
        "doas" or "community.general.doas" => BecomeMethod.Doas,
        _ => null,
    };
}
