namespace Playbooks;

/// <summary>The names of become methods.</summary>
internal static class BecomeMethods
{
    /// <summary>The method of a name, Ansible's long ones too; <see langword="null"/> where no method has it.</summary>
    internal static BecomeMethod? Named(string name) => name switch
    {
        "sudo" or "ansible.builtin.sudo" => BecomeMethod.Sudo,
        "su" or "ansible.builtin.su" => BecomeMethod.Su,
        "doas" or "community.general.doas" => BecomeMethod.Doas,
        _ => null,
    };
}
