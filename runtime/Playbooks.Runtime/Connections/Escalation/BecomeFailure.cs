namespace Playbooks.Connections.Escalation;

/// <summary>Explains why running as a user failed, and what to do.</summary>
internal sealed class BecomeFailure(string host, string login, BecomeMethod method)
{
    private const string WhereFrom = "use -K, or set PLAYBOOKS_BECOME_PASSWORD in the environment or ansible_become_password in the inventory";

    private readonly string _program = method switch { BecomeMethod.Su => "su", BecomeMethod.Doas => "doas", _ => "sudo" };

    /// <summary>The text is not a possible user name.</summary>
    internal BecomeException NoName(string user) => Because(user, "the user name is not valid. Correct the name.");

    /// <summary>The reasons that do not concern the password; <see langword="null"/> for all others.</summary>
    internal BecomeException? Known(string user, int? status, string said)
    {
        string[] unknown = ["unknown user", "does not exist", "No passwd entry", "no such user"];
        string[] forbidden = ["not allowed", "may not run", "not in the sudoers", "Operation not permitted", "Permission denied"];
        if (status == 127)
        {
            return Because(
                user,
                $"the host has no {_program} ({Line(status, said)}). " +
                $"Install {_program}, choose another program with --become-method, or log in as '{user}'.");
        }

        if (unknown.Any(part => said.Contains(part, StringComparison.OrdinalIgnoreCase)))
        {
            return Because(user, $"the user does not exist on the host ({Line(null, said)}). Correct the name, or add the user.");
        }

        if (said.Contains("restricted shell", StringComparison.Ordinal))
        {
            return Because(
                user, "the user's shell does not allow logins, and su lets only root choose another shell. Use --become-method sudo, or log in as root.");
        }

        return forbidden.Any(part => said.Contains(part, StringComparison.Ordinal))
            ? Because(user, $"{_program} does not allow '{login}' to run /bin/sh as '{user}'. Allow this in the configuration of {_program} on the host.")
            : null;
    }

    /// <summary>A password is required, and none is set.</summary>
    internal BecomeException Missing(string user) => Because(user, method switch
    {
        BecomeMethod.Doas =>
            "doas asks for a password, but can read one only from a terminal. " +
            $"Allow doas without a password (permit nopass {login} as {user} in doas.conf), or use --become-method sudo or su.",
        BecomeMethod.Su => $"su asks for the password of '{user}', but no password was given: {WhereFrom}.",
        _ => $"sudo asks for a password, but no password was given: {WhereFrom}. You can also allow sudo without a password (NOPASSWD in sudoers).",
    });

    /// <summary>The password was sent and was wrong.</summary>
    internal BecomeException Refused(string user, string whose, int? status, string said) => Because(
        user,
        $"{_program} rejected the password ({Line(status, said)}). {_program} expects the password of '{whose}'. " +
        "Correct the password: use -K, PLAYBOOKS_BECOME_PASSWORD or ansible_become_password. The rejected password is not tried again.");

    /// <summary>The password was refused earlier in this run.</summary>
    internal BecomeException RefusedBefore(string user) =>
        Because(
            user,
            $"{_program} has already rejected this password. The run does not try it again, so that the account is not locked. " +
            "Enter the correct password with -K.");

    /// <summary>The program ended without a prompt and without starting the shell.</summary>
    internal BecomeException Ended(string user, int? status, string said, bool hasPassword)
    {
        var wantsPassword = said.Contains("password is required", StringComparison.Ordinal)
            || said.Contains("Authentication required", StringComparison.Ordinal);
        return wantsPassword
            ? Missing(user)
            : Because(
                user,
                $"{Line(status, said)}. Check that '{login}' may run /bin/sh as '{user}' with {_program}" +
                $"{(hasPassword || method == BecomeMethod.Doas ? "" : $", and use -K if {_program} requires a password")}.");
    }

    /// <summary>The program neither ended nor started the shell.</summary>
    internal BecomeException Silent(string user, string said) => Because(
        user,
        $"{_program} did not start a shell within {Become.Deadline.TotalSeconds:0} s{(said.Length > 0 ? $": {Line(null, said)}" : "")}. " +
        $"Check on the host what {_program} waits for.");

    private BecomeException Because(string user, string why) => new(host, user, $"Cannot run as '{user}': {why}");

    /// <summary>The most helpful line of the program's own output.</summary>
    private string Line(int? status, string said)
    {
        var lines = said.Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.Length > 0 && !line.Contains("unable to resolve host", StringComparison.Ordinal))
            .ToList();
        var own = lines
            .Select(line => line.IndexOf($"{_program}: ", StringComparison.Ordinal) is >= 0 and var at ? line[at..] : null)
            .FirstOrDefault(line => line is not null);
        return own ?? lines.FirstOrDefault() ?? (status is null ? $"{_program} printed nothing" : $"{_program} ended with status {status}");
    }
}
