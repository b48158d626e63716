namespace Playbooks.Connections.Escalation;

/// <summary>How another user is become on one host.</summary>
/// <param name="Method">By which program.</param>
/// <param name="Password">The password, where there is one.</param>
internal sealed record BecomeOptions(BecomeMethod Method = BecomeMethod.Sudo, Secret? Password = null)
{
    /// <summary>The environment's variable that holds the password: what runs on this machine must not inherit it.</summary>
    internal const string PasswordVariable = "PLAYBOOKS_BECOME_PASSWORD";

    /// <summary>What a host's variables say and, where they say nothing, the run's options.</summary>
    /// <exception cref="UsageException">A variable is wrong.</exception>
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

    /// <summary>By which program a host's variables say or, where they say nothing, the run.</summary>
    /// <exception cref="UsageException">The variable is wrong.</exception>
    internal static BecomeMethod MethodOf(Host host, BecomeMethod ofRun) =>
        !host.Variables.TryGetValue(HonouredVariables.BecomeMethod, out var name) ? ofRun
        : BecomeMethods.Named(name)
            ?? throw new UsageException($"{host.Name}: '{name}' is not a become method. Set {HonouredVariables.BecomeMethod} to sudo, su or doas.");

    private static Secret? Check(Host host, Secret? password) =>
        password is not null && password.Text.AsSpan().ContainsAny("\r\n\0")
            ? throw new UsageException($"{host.Name}: the password for becoming another user has a line break in it. Write it without.")
            : password is { Text: "" } ? null : password;
}
