namespace Playbooks;

/// <summary>An option of every program with playbooks.</summary>
/// <param name="Name">Its name, with the dashes.</param>
/// <param name="Short">Its short name, with the dash; <see langword="null"/> if it has none.</param>
/// <param name="Value">The name of its value in the help; <see langword="null"/> if it takes no value.</param>
/// <param name="Summary">What it does.</param>
internal sealed record ProgramOption(string Name, string? Short, string? Value, string Summary)
{
    internal static ProgramOption Inventory { get; } = new(
        "--inventory", "-i", "PATH", "the inventory: an INI file, a directory of INI files, or a list like host1,host2, (repeatable)");

    internal static ProgramOption Limit { get; } = new(
        "--limit", "-l", "PATTERN", "use only the hosts that match, for example web*:!web3, db:&eu, h[01:20], ~regex");

    internal static ProgramOption Forks { get; } = new("--forks", "-f", "N", "how many hosts may work at the same time (default: all)");

    internal static ProgramOption User { get; } = new(
        "--user", "-u", "NAME", "the user to log in as, unless the inventory names one (default: your user name)");

    internal static ProgramOption PrivateKey { get; } = new(
        "--private-key", null, "FILE", "the private key to log in with, unless the inventory names one (default: the keys in ~/.ssh)");

    internal static ProgramOption KnownHosts { get; } = new(
        "--known-hosts", null, "FILE", "the file with the known host keys (default: ~/.ssh/known_hosts and the system's file)");

    internal static ProgramOption Silence { get; } = new(
        "--silence", null, "SECONDS", "after how many seconds without an answer a connection counts as lost (default: 30)");

    internal static ProgramOption KeepOutput { get; } = new(
        "--keep-output", null, "MIB", "how many MiB of output the results of all hosts keep in memory (default: 256)");

    internal static ProgramOption BecomeMethod { get; } = new(
        "--become-method", null, "sudo|su|doas", "the program that runs tasks as another user, unless the inventory names one (default: sudo)");

    internal static ProgramOption BecomeUser { get; } = new(
        "--become-user", null, "NAME", "the user for tasks with [Become], unless the task, the playbook or the inventory names one (default: root)");

    internal static ProgramOption AskBecomePassword { get; } = new(
        "--ask-become-password", "-K", null, "ask once for the password that sudo or su requires");

    internal static ProgramOption AsyncDirectory { get; } = new(
        "--async-dir", null, "PATH", "the directory of the jobs on the hosts (default: ~/.playbooks_async)");

    internal static ProgramOption EnableLinger { get; } = new(
        "--enable-linger", null, null, "run 'loginctl enable-linger' on hosts where jobs would otherwise end with the login");

    internal static ProgramOption Check { get; } = new(
        "--check", null, null, "change nothing, and report what would change; tasks whose changes cannot be predicted are skipped");

    internal static ProgramOption Diff { get; } = new("--diff", "-D", null, "show the changed lines of files, or with --check the lines that would change");

    internal static ProgramOption ForceHandlers { get; } = new(
        "--force-handlers", null, null, "run notified handlers also on hosts where a task has failed");

    internal static ProgramOption Tags { get; } = new(
        "--tags", "-t", "TAGS", "run only tasks with one of these tags, and the tasks that they need (repeatable, or with commas)");

    internal static ProgramOption SkipTags { get; } = new("--skip-tags", null, "TAGS", "skip tasks with one of these tags, and the tasks that need them");

    internal static ProgramOption StartAt { get; } = new("--start-at", null, "TASK", "run this task, the tasks after it, and the earlier tasks that they need");

    internal static ProgramOption ListTags { get; } = new("--list-tags", null, null, "list the tags and exit");

    internal static ProgramOption ListHosts { get; } = new("--list-hosts", null, null, "list the hosts and exit");

    internal static ProgramOption ListTasks { get; } = new("--list-tasks", null, null, "list the tasks and exit");

    internal static ProgramOption Format { get; } = new("--output", "-o", "plain|json", "plain text, or one JSON event per line (default: plain)");

    internal static ProgramOption Verbose { get; } = new(
        "--verbose", "-v", null, "show results, and the output of jobs while they run; -vvv also shows stack traces");

    internal static ProgramOption Help { get; } = new("--help", "-h", null, "show this help and exit");

    /// <summary>The options that concern only the tasks of a run; <c>jobs</c> does not have them.</summary>
    internal static IReadOnlyList<ProgramOption> OfTasks { get; } =
        [EnableLinger, Check, Diff, KeepOutput, ForceHandlers, Tags, SkipTags, StartAt, ListHosts, ListTasks, ListTags];

    internal static IReadOnlyList<ProgramOption> All { get; } =
    [
        Inventory, Limit, Forks, User, PrivateKey, KnownHosts, Silence, BecomeMethod, BecomeUser, AskBecomePassword, AsyncDirectory,
        .. OfTasks, Format, Verbose, Help
    ];
}
