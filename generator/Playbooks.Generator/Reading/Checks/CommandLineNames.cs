namespace Playbooks.Generator.Reading.Checks;

/// <summary>PB0024: what the command line of every program with playbooks has already.</summary>
internal static class CommandLineNames
{
    private static readonly HashSet<string> _options = new(StringComparer.Ordinal)
    {
        "inventory", "limit", "forks", "verbose", "output", "list-hosts", "list-tasks", "user", "private-key", "known-hosts", "silence", "keep-output", "async-dir", "check", "diff",
        "become-method", "become-user", "ask-become-password", "enable-linger", "force-handlers", "tags", "skip-tags", "start-at", "list-tags", "help",
    };

    private static readonly HashSet<string> _commands = new(StringComparer.Ordinal) { "list", "jobs", "runs", "inventory", "exec" };

    /// <summary>What the option of that name does, if there is one.</summary>
    internal static string? Option(string name) => _options.Contains(name) ? "is an option of every playbook" : null;

    /// <summary>What the command of that name does, if there is one.</summary>
    internal static string? Command(string name) => _commands.Contains(name) ? "is a command of every program with playbooks" : null;
}
