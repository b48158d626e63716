namespace Playbooks.Connections.Escalation;

/// <summary>Explains why running as a user failed, and what to do.</summary>
internal sealed class BecomeFailure(string host, string login, BecomeMethod method)
{
    private const string WhereFrom = "-K asks for one; PLAYBOOKS_BECOME_PASSWORD or ansible_become_password in the inventory hold one";

    private readonly string _program = method switch { BecomeMethod.Su => "su", BecomeMethod.Doas => "doas", _ => "sudo" };

    /// <summary>The text is not a possible user name.</summary>
    internal BecomeException NoName(string user) => Because(user, "that cannot be a user's name. Correct the name.");

    /// <summary>The reasons that do not concern the password; <see langword="null"/> for all others.</summary>
    internal BecomeException? Known(string user, int? status, string said)
    {
        string[] unknown = ["unknown user", "does not exist", "No passwd entry", "no such user"];
        string[] forbidden = ["not allowed", "may not run", "not in the sudoers", "Operation not permitted", "Permission denied"];
        if (status == 127)
        {
            return Because(
                user, $"there is no {_program} here ({Line(status, said)}). Install it, choose another program with --become-method, or log in as '{user}'.");
        }

        if (unknown.Any(part => said.Contains(part, StringComparison.OrdinalIgnoreCase)))
        {
            return Because(user, $"there is no such user here ({Line(null, said)}). Correct the name, or add the user.");
        }

        if (said.Contains("restricted shell", StringComparison.Ordinal))
        {
            return Because(user, "his shell lets nobody log in, and su gives another one only to root. Use --become-method sudo, or log in as root.");
        }

        return forbidden.Any(part => said.Contains(part, StringComparison.Ordinal))
            ? Because(user, $"{_program} does not allow it to '{login}'. Allow him to run /bin/sh as '{user}'.")
            : null;
    }

    /// <summary>A password is required, and none is set.</summary>
    internal BecomeException Missing(string user) => Because(user, method switch
    {
        BecomeMethod.Doas =>
            $"doas asks for a password, and reads it only from a terminal. Allow it without one (permit nopass {login} as {user} in doas.conf), " +
            "or use --become-method sudo or su.",
        BecomeMethod.Su => $"su asks for the password of '{user}', and there is none: {WhereFrom}.",
        _ => $"sudo asks for a password, and there is none: {WhereFrom}. Or allow it without one, by NOPASSWD in sudoers.",
    });

    /// <summary>The password was sent and was wrong.</summary>
    internal BecomeException Refused(string user, string whose, int? status, string said) => Because(
        user,
        $"{_program} refuses the password ({Line(status, said)}). It asks for that of '{whose}': " +
        "give the right one with -K, PLAYBOOKS_BECOME_PASSWORD or ansible_become_password. It is not tried again.");

    /// <summary>The password was refused earlier in this run.</summary>
    internal BecomeException RefusedBefore(string user) =>
        Because(user, $"{_program} has refused the password, and it is not tried again, so that no account gets locked. Give the right one with -K.");

    /// <summary>The program ended without a prompt and without starting the shell.</summary>
    internal BecomeException Ended(string user, int? status, string said, bool hasPassword)
    {
        var wantsPassword = said.Contains("password is required", StringComparison.Ordinal)
            || said.Contains("Authentication required", StringComparison.Ordinal);
        return wantsPassword
            ? Missing(user)
            : Because(
                user,
                $"{Line(status, said)}. See that '{login}' may run /bin/sh as '{user}' by {_program}" +
                $"{(hasPassword || method == BecomeMethod.Doas ? "" : ", and give a password with -K if it wants one")}.");
    }

    /// <summary>The program neither ended nor started the shell.</summary>
    internal BecomeException Silent(string user, string said) => Because(
        user,
        $"{_program} has not let us in within {Become.Deadline.TotalSeconds:0} s{(said.Length > 0 ? $": {Line(null, said)}" : "")}. " +
        "See on the host what it waits for.");

    private BecomeException Because(string user, string why) => new(host, user, $"Cannot become '{user}': {why}");

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
        return own ?? lines.FirstOrDefault() ?? (status is null ? "it says nothing" : $"it ended with status {status}");
    }
}
