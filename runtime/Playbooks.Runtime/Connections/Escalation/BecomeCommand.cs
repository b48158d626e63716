using Playbooks.Connections.Shells;

namespace Playbooks.Connections.Escalation;

/// <summary>The command that lets us in.</summary>
internal static class BecomeCommand
{
    /// <summary>
    /// Runs a shell as another user. It announces itself with the greeting's word, and reads no command before it is given
    /// that word: a password that nobody has asked for is no command.
    /// </summary>
    internal static string Text(BecomeMethod method, string user, string shell, Greeting greeting, bool hasPassword, ShellScope? scope)
    {
        var gate = $"echo {greeting.Word}; while read -r line; do [ \"$line\" = {greeting.Word} ] && exec {shell}; done";
        var entry = $"{shell} -c {ShellText.Quote(gate)}";
        var name = ShellText.Quote(user);
        return "exec " + scope?.Command + method switch
        {
            BecomeMethod.Su => $"su -s /bin/sh -c {ShellText.Quote($"exec {entry}")} -- {name}",
            BecomeMethod.Doas => $"doas -n -u {name} -- {entry}",
            _ when hasPassword => $"sudo -S -p {greeting.Prompt} -H -u {name} -- {entry}",
            _ => $"sudo -n -H -u {name} -- {entry}",
        };
    }
}
