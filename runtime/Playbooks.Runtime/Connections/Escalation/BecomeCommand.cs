using Playbooks.Connections.Shells;

namespace Playbooks.Connections.Escalation;

/// <summary>The command that starts a shell as another user.</summary>
internal static class BecomeCommand
{
    /// <summary>
    /// Runs a shell as another user. It announces itself with the greeting's word, and runs no command before it has read that word. So a password that was
    /// sent although nothing asked for it is never run as a command.
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
