namespace Playbooks;

/// <summary>An option of every program with playbooks.</summary>
/// <param name="Name">Its name, with the dashes.</param>
/// <param name="Short">Its short name, with the dash; <see langword="null"/> if it has none.</param>
/// <param name="Value">The name of its value in the help; <see langword="null"/> if it takes no value.</param>
/// <param name="Summary">What it does.</param>
internal sealed record ProgramOption(string Name, string? Short, string? Value, string Summary)
{
    internal static ProgramOption Inventory { get; } = new(
        "--inventory", "-i", "PATH", "the hosts: an INI file, a directory of them, or host1,host2, (repeatable)");

    internal static ProgramOption Limit { get; } = new("--limit", "-l", "PATTERN", "run on fewer hosts: web*:!web3, db:&eu, h[01:20], ~regex");

    internal static ProgramOption Forks { get; } = new("--forks", "-f", "N", "how many hosts work at once (default: all)");

    internal static ProgramOption User { get; } = new("--user", "-u", "NAME", "log in as, where the inventory names nobody (default: you)");

    internal static ProgramOption PrivateKey { get; } = new(
        "--private-key", null, "FILE", "the key to log in with, where the inventory names none (default: those in ~/.ssh)");

    internal static ProgramOption KnownHosts { get; } = new(
        "--known-hosts", null, "FILE", "the known host keys (default: ~/.ssh/known_hosts and the system's)");

    internal static ProgramOption Silence { get; } = new(
        "--silence", null, "SECONDS", "how long a host may answer nothing before its connection counts as lost (default: 30)");

    internal static ProgramOption KeepOutput { get; } = new(
        "--keep-output", null, "MIB", "how much of what was printed the results of all hosts keep in memory (default: 256)");

    internal static ProgramOption BecomeMethod { get; } = new(
        "--become-method", null, "sudo|su|doas", "how another user is become, where the inventory does not say (default: sudo)");

    internal static ProgramOption BecomeUser { get; } = new("--become-user", null, "NAME", "who is become where nothing else names a user (default: root)");

    internal static ProgramOption AskBecomePassword { get; } = new("--ask-become-password", "-K", null, "ask once for the password that sudo or su wants");

    internal static ProgramOption AsyncDirectory { get; } = new("--async-dir", null, "PATH", "where jobs live on the hosts (default: ~/.playbooks_async)");

    internal static ProgramOption EnableLinger { get; } = new(
        "--enable-linger", null, null, "have users linger (loginctl enable-linger) on hosts where their jobs would end with the login else");

    internal static ProgramOption Check { get; } = new("--check", null, null, "change nothing, and say what would change; what cannot be foreseen is skipped");

    internal static ProgramOption Diff { get; } = new("--diff", "-D", null, "show what is changed in files, or with --check would be, line by line");

    internal static ProgramOption ForceHandlers { get; } = new(
        "--force-handlers", null, null, "run handlers that were notified on hosts where a task has failed, too");

    internal static ProgramOption Tags { get; } = new(
        "--tags", "-t", "TAGS", "run only tasks with one of these tags, and what they need (repeatable, or with commas)");

    internal static ProgramOption SkipTags { get; } = new("--skip-tags", null, "TAGS", "run no task with one of these tags, and none that needs one");

    internal static ProgramOption StartAt { get; } = new("--start-at", null, "TASK", "run the tasks from this one on, and what they need");

    internal static ProgramOption ListTags { get; } = new("--list-tags", null, null, "list the tags, and stop");

    internal static ProgramOption ListHosts { get; } = new("--list-hosts", null, null, "list the hosts, and stop");

    internal static ProgramOption ListTasks { get; } = new("--list-tasks", null, null, "list the tasks, and stop");

    internal static ProgramOption Format { get; } = new("--output", "-o", "plain|json", "text, or one JSON event a line (default: plain)");

    internal static ProgramOption Verbose { get; } = new(
        "--verbose", "-v", null, "show results, and what jobs print while they run; -vvv shows stack traces too");

    internal static ProgramOption Help { get; } = new("--help", "-h", null, "show this, and stop");

    /// <summary>The options that concern only the tasks of a run; <c>jobs</c> does not have them.</summary>
    internal static IReadOnlyList<ProgramOption> OfTasks { get; } =
        [EnableLinger, Check, Diff, KeepOutput, ForceHandlers, Tags, SkipTags, StartAt, ListHosts, ListTasks, ListTags];

    internal static IReadOnlyList<ProgramOption> All { get; } =
    [
        Inventory, Limit, Forks, User, PrivateKey, KnownHosts, Silence, BecomeMethod, BecomeUser, AskBecomePassword, AsyncDirectory,
        .. OfTasks, Format, Verbose, Help
    ];
}
