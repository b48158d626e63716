namespace Playbooks.Connections.Escalation;

/// <summary>How tasks run as another user on one host.</summary>
/// <param name="Method">The become method.</param>
/// <param name="Password">The password; <see langword="null"/> if there is none.</param>
internal sealed record BecomeOptions(BecomeMethod Method = BecomeMethod.Sudo, Secret? Password = null)
{
    /// <summary>The environment variable that contains the password. Programs on the controller must not inherit it.</summary>
    internal const string PasswordVariable = "PLAYBOOKS_BECOME_PASSWORD";

    /// <summary>Returns the settings of the host's variables or, where they set nothing, of the run's options.</summary>
    /// <exception cref="UsageException">A variable is not valid.</exception>
    internal static BecomeOptions Of(Host host, ConnectionOptions options)
    {
        try
        {
            _ = HonouredVariables.Becomes(host);
        }
        catch (FormatException wrong)
        {
            throw new UsageException($"{host.Name}: {wrong.Message}.", wrong);
        }

        var method = MethodOf(host, options.BecomeMethod);
        return new(method, Check(host, HonouredVariables.BecomePasswordOf(host, method) ?? options.BecomePassword));
    }

    /// <summary>Returns the become method of the host's variables or, if they set none, of the run.</summary>
    /// <exception cref="UsageException">The variable is not valid.</exception>
    internal static BecomeMethod MethodOf(Host host, BecomeMethod ofRun) =>
        !host.Variables.TryGetValue(HonouredVariables.BecomeMethod, out var name) ? ofRun
        : BecomeMethods.Named(name)
            ?? throw new UsageException($"{host.Name}: '{name}' is not a become method. Set {HonouredVariables.BecomeMethod} to sudo, su or doas.");

    private static Secret? Check(Host host, Secret? password) =>
        password is not null && password.Text.AsSpan().ContainsAny("\r\n\0")
            ? throw new UsageException($"{host.Name}: the become password contains a line break. Remove the line break.")
            : password is { Text: "" } ? null : password;
}
