namespace Playbooks;

/// <summary>The words that may come first on the command line of a program with playbooks, in place of a playbook's name.</summary>
internal static class ProgramCommand
{
    /// <summary>Lists the playbooks.</summary>
    internal const string List = "list";

    /// <summary>Shows and manages jobs.</summary>
    internal const string Jobs = "jobs";

    /// <summary>The names that no playbook may have: the commands, and names that are reserved for future commands.</summary>
    internal static IReadOnlyList<string> Reserved { get; } = [List, Jobs, "completion", "exec", "hosts", "inventory", "runs", "serve", "vault"];
}
