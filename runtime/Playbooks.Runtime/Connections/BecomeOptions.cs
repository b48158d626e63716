namespace Playbooks.Connections;

/// <summary>How another user is become on one host.</summary>
/// <param name="Method">By which program.</param>
/// <param name="Password">The password, where there is one.</param>
internal sealed record BecomeOptions(BecomeMethod Method = BecomeMethod.Sudo, Secret? Password = null)
{
    /// <summary>The variable of an inventory that names the program.</summary>
    internal const string MethodVariable = "ansible_become_method";

    /// <summary>The variable of an inventory that names the user, where a task or playbook does not.</summary>
    internal const string UserVariable = "ansible_become_user";

    /// <summary>The environment's variable that holds the password: what runs on this machine must not inherit it.</summary>
    internal const string PasswordVariable = "PLAYBOOKS_BECOME_PASSWORD";

    /// <summary>What a host's variables say and, where they say nothing, the run's options.</summary>
    /// <exception cref="UsageException">A variable is wrong.</exception>
    internal static BecomeOptions Of(Host host, ConnectionOptions options) => new(
        host.Variables.TryGetValue(MethodVariable, out var method)
            ? Parse(method) ?? throw new UsageException($"{host.Name}: {MethodVariable} is '{method}', which there is not. Use sudo, su or doas.")
            : options.BecomeMethod,
        Check(host, host.BecomePassword ?? options.BecomePassword));

    /// <summary>The method of a name; <see langword="null"/> where there is none.</summary>
    internal static BecomeMethod? Parse(string name) => name switch
    {
        "sudo" => BecomeMethod.Sudo,
        "su" => BecomeMethod.Su,
        "doas" => BecomeMethod.Doas,
        _ => null,
    };

    private static Secret? Check(Host host, Secret? password) =>
        password is not null && password.Text.AsSpan().ContainsAny("\r\n\0")
            ? throw new UsageException($"{host.Name}: the password for becoming another user has a line break in it. Write it without.")
            : password is { Text: "" } ? null : password;
}
