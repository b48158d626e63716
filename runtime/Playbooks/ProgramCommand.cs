namespace Playbooks;

/// <summary>The words that stand first on the command line of a program with playbooks, where the name of a playbook may stand.</summary>
internal static class ProgramCommand
{
    /// <summary>Lists the playbooks.</summary>
    internal const string List = "list";

    /// <summary>Looks at jobs.</summary>
    internal const string Jobs = "jobs";

    /// <summary>These, and those that no playbook may be called, so that there can be such commands one day.</summary>
    internal static IReadOnlyList<string> Reserved { get; } = [List, Jobs, "runs", "inventory", "exec"];
}
