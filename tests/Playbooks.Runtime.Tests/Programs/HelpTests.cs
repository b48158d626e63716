using Playbooks.Generated;

namespace Playbooks.Runtime.Tests.Programs;

public sealed class HelpTests : IDisposable
{
    private const string Options =
        """

        Options:
          -i, --inventory PATH              the inventory: an INI file, a directory of INI files, or a list like host1,host2, (repeatable)
          -l, --limit PATTERN               use only the hosts that match, for example web*:!web3, db:&eu, h[01:20], ~regex
          -f, --forks N                     how many hosts may work at the same time (default: all)
          -u, --user NAME                   the user to log in as, unless the inventory names one (default: your user name)
              --private-key FILE            the private key to log in with, unless the inventory names one (default: the keys in ~/.ssh)
              --known-hosts FILE            the file with the known host keys (default: ~/.ssh/known_hosts and the system's file)
              --silence SECONDS             after how many seconds without an answer a connection counts as lost (default: 30)
              --become-method sudo|su|doas  the program that runs tasks as another user, unless the inventory names one (default: sudo)
              --become-user NAME            the user for tasks with [Become], unless the task, the playbook or the inventory names one (default: root)
          -K, --ask-become-password         ask once for the password that sudo or su requires
              --async-dir PATH              the directory of the jobs on the hosts (default: ~/.playbooks_async)
              --enable-linger               run 'loginctl enable-linger' on hosts where jobs would otherwise end with the login
              --check                       change nothing, and report what would change; tasks whose changes cannot be predicted are skipped
          -D, --diff                        show the changed lines of files, or with --check the lines that would change
              --keep-output MIB             how many MiB of output the results of all hosts keep in memory (default: 256)
              --force-handlers              run notified handlers also on hosts where a task has failed
          -t, --tags TAGS                   run only tasks with one of these tags, and the tasks that they need (repeatable, or with commas)
              --skip-tags TAGS              skip tasks with one of these tags, and the tasks that need them
              --start-at TASK               run this task, the tasks after it, and the earlier tasks that they need
              --list-hosts                  list the hosts and exit
              --list-tasks                  list the tasks and exit
              --list-tags                   list the tags and exit
          -o, --output plain|json           plain text, or one JSON event per line (default: plain)
          -v, --verbose                     show results, and the output of jobs while they run; -vvv also shows stack traces
          -h, --help                        show this help and exit

        Without -i, the inventory is the value of PLAYBOOKS_INVENTORY. If this variable is not set, the inventory is
        inventory.ini or inventory/ next to the program or in the working directory. If neither exists, only this machine is used.
        Exit codes: 0 success, 1 nothing was run, 2 a host failed, 4 a host was unreachable, 6 both, 130 interrupted.

        """;

    private const string Variables =
        """

        Variables (or set them in the environment, for example PLAYBOOKS_VAR_SCRIPT_DIR):
          --script-dir <text>      Where the scripts are. (default: /opt/scripts)
          --copies <whole number>  default: 3
          --dry-run                Only says what it would do. (default: false)
          --tables <text>          a list: repeat the option, or separate the values by commas
          --day <name>             one of Sunday, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday; default: Sunday

        """;

    private const string Tasks =
        """
        Tasks:
           1  Run database backup  Command, job of at most 1 h, checked every 30 s, up to 2 retries
           2  Warm                 Command, job of at most 10 min, not waited for, loop
           3  Show                 Debug, conditional, run once

        """;

    private readonly TestProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("nightly-backup --help")]
    [InlineData("--wrong --help")]
    public async Task Help_shows_summary_variables_and_options(string args)
    {
        Assert.Equal(0, await _program.RunAsync(args.Split(' ')));

        Assert.Equal(
            """
            nightly-backup: Backs up every database.

            Usage: backups [options] [--variable value …]
                   backups list
                   backups jobs list|show|tail|wait|cancel|clean [ID …] [options]

            Hosts: databases

            """ + Variables + Options,
            _program.Out);
        Assert.Equal("", _program.Error);
    }

    [Fact]
    public async Task Help_of_several_playbooks_names_them()
    {
        _program.Playbooks =
        [
            _program.Definition,
            _program.Definition with { Info = new PlaybookInfo("restore", "databases", []), Variables = [] },
        ];

        Assert.Equal(0, await _program.RunAsync("--help"));

        Assert.Equal(
            """
            Usage: backups PLAYBOOK [options] [--variable value …]
                   backups PLAYBOOK --help
                   backups list
                   backups jobs list|show|tail|wait|cancel|clean [ID …] [options]

            Playbooks:
              nightly-backup  Backs up every database.
              restore         on databases

            """ + Options,
            _program.Out);
    }

    [Fact]
    public async Task List_shows_playbooks_with_variables_and_tasks()
    {
        Assert.Equal(0, await _program.RunAsync("list"));

        Assert.Equal("nightly-backup: Backs up every database.\n\nHosts: databases\n" + Variables + "\n" + Tasks, _program.Out);
    }

    [Fact]
    public async Task List_tasks_needs_no_inventory_and_no_variables()
    {
        _program.Playbooks = [_program.Definition with { Variables = [Variable.Of<int>("X", "x") with { IsRequired = true }] }];

        Assert.Equal(0, await _program.RunAsync("--list-tasks"));

        Assert.Equal((Tasks, ""), (_program.Out, _program.Error));
    }

    [Fact]
    public async Task List_hosts_shows_what_the_limit_leaves()
    {
        _program.Write("inventory.ini", "web1\n[databases]\ndb1\ndb2\ndb3\n");

        Assert.Equal(0, await _program.RunAsync("--list-hosts", "--limit", "!db2"));

        Assert.Equal("Hosts:\n  db1\n  db3\n", _program.Out);
        Assert.Null(_program.Options);
    }

    [Fact]
    public async Task Lists_are_events_in_json()
    {
        _program.Write("inventory.ini", "[databases]\ndb1\ndb2\n");

        Assert.Equal(0, await _program.RunAsync("--list-hosts", "--list-tasks", "-o", "json"));

        Assert.Equal(
            """
            {"event":"hosts.listed","at":"2026-01-02T03:04:05Z","playbook":"nightly-backup","hosts":["db1","db2"]}
            {"event":"tasks.listed","at":"2026-01-02T03:04:05Z","playbook":"nightly-backup","tasks":["Backup","Warm","Show"]}

            """,
            _program.Out);
    }

    [Fact]
    public void The_tasks_of_a_block_stand_below_the_one_that_runs_it()
    {
        var block = new BlockInfo(
            "migrate",
            [
                new("Run", "Command") { Name = "Run", IsParallel = true, IsLoop = true, Max = 3 },
                new("Mend", "Debug") { Name = "Mend", Part = TaskPart.Rescue }
            ]);
        var playbook = new PlaybookInfo(
            "deploy", "all", [new("Data", "Migrate") { Name = "Data", Block = block }, new("Last", "Debug") { Name = "Last", Part = TaskPart.Always }]);

        Assert.Equal(
            """
            Tasks:
               1  Data    block Migrate
               2    Run   Command, loop, beside the tasks that follow, at most 3 at once
               3    Mend  Debug, after a failure
               4  Last    Debug, always

            """,
            PlaybookTexts.Tasks(playbook));
    }

    [Fact]
    public async Task List_tasks_shows_those_that_would_run_with_their_tags_and_list_tags_the_tags()
    {
        var part = new BlockInfo("migrate", [new("Run", "Command") { Name = "Run", Tags = ["run"] }, new("Check", "Command") { Name = "Check" }]);
        _program.Playbooks =
        [
            _program.Definition with
            {
                Info = new PlaybookInfo(
                    "deploy", "all", [new("Fetch", "Command") { Name = "Fetch" }, new("Data", "Migrate") { Name = "Data", Block = part, Tags = ["data"] }]),
                Variables = [],
            },
        ];

        Assert.Equal(0, await _program.RunAsync("--list-tags"));
        Assert.Equal("Tags:\n  data  2 tasks\n  run   1 task\n", _program.Out);

        Assert.Equal(0, await _program.RunAsync("--list-tasks", "-t", "run"));
        Assert.EndsWith("Tasks:\n   1  Data   block Migrate, tagged data\n   2    Run  Command, tagged run\n", _program.Out, StringComparison.Ordinal);

        Assert.Equal(0, await _program.RunAsync("--list-tags", "-o", "json"));
        Assert.EndsWith("""
            "event":"tags.listed","at":"2026-01-02T03:04:05Z","playbook":"deploy","tags":["data","run"]}

            """, _program.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_playbook_without_tags_says_so()
    {
        Assert.Equal(0, await _program.RunAsync("--list-tags"));

        Assert.Equal("No tags.\n", _program.Out);
    }
}
