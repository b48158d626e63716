
using Playbooks.Connections.Escalation;

namespace Playbooks;

/// <summary>How the arguments and the environment say that other users are become.</summary>
internal static class BecomeChoice
{
    /// <summary>The program that does it.</summary>
    /// <exception cref="UsageException">There is none of that name.</exception>
    internal static BecomeMethod Method(RunArguments arguments) =>
        arguments.Last(ProgramOption.BecomeMethod) is not { } name
            ? BecomeMethod.Sudo
            : BecomeMethods.Named(name) ?? throw new UsageException($"--become-method is '{name}': there are sudo, su and doas.");

    /// <summary>The password, where one is to be asked for or stands in the environment.</summary>
    /// <exception cref="UsageException">It cannot be asked for, or nothing was answered.</exception>
    internal static Secret? Password(RunArguments arguments, Surroundings surroundings)
    {
        if (!arguments.AsksBecomePassword)
        {
            return surroundings.Environment(BecomeOptions.PasswordVariable) is { Length: > 0 } given ? new Secret(given) : null;
        }

        return surroundings.Ask("Become password: ") switch
        {
            null => throw new UsageException(
                $"-K cannot ask for the password: there is no terminal here. Give it in {BecomeOptions.PasswordVariable}, in the environment."),
            "" => throw new UsageException("-K asked for a password, and none was given. Nothing was run."),
            var answer => new Secret(answer),
        };
    }
}
