
using Playbooks.Connections.Escalation;

namespace Playbooks;

/// <summary>Reads from the arguments and the environment how tasks run as another user.</summary>
internal static class BecomeChoice
{
    /// <summary>Returns the become method.</summary>
    /// <exception cref="UsageException">The method does not exist.</exception>
    internal static BecomeMethod Method(RunArguments arguments) =>
        arguments.Last(ProgramOption.BecomeMethod) is not { } name
            ? BecomeMethod.Sudo
            : BecomeMethods.Named(name) ?? throw new UsageException($"--become-method is '{name}'. Use sudo, su or doas.");

    /// <summary>Returns the password from the environment or the terminal; <see langword="null"/> if none is set or asked for.</summary>
    /// <exception cref="UsageException">The terminal cannot be used, or the answer was empty.</exception>
    internal static Secret? Password(RunArguments arguments, Surroundings surroundings)
    {
        if (!arguments.AsksBecomePassword)
        {
            return surroundings.Environment(BecomeOptions.PasswordVariable) is { Length: > 0 } given ? new Secret(given) : null;
        }

        return surroundings.Ask("Become password: ") switch
        {
            null => throw new UsageException(
                $"-K cannot ask for the password because there is no terminal. Set the environment variable {BecomeOptions.PasswordVariable}."),
            "" => throw new UsageException("-K asked for a password, but the answer was empty. Nothing was run."),
            var answer => new Secret(answer),
        };
    }
}
