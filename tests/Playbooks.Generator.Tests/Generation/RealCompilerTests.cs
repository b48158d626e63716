using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Generation;

/// <summary>
/// Where C# refuses a program in words of its own, it is told in ours as well. C# runs no analyzer when a declaration is wrong, and runs them when a body
/// is; so these are compiled by the real compiler, all of a kind at once, for each start takes seconds.
/// </summary>
[Needs("process")]
public sealed class RealCompilerTests
{
    private const string Loop =
        "a loop is a member that returns an IEnumerable, such as public IEnumerable<Command> Each => Names.Select(name => new Command($\"echo {name}\"))";

    private static readonly (string Program, string Said)[] _declarations =
    [
        (Playbook("public [|Service|] Restart => new(\"nginx\");"),
            "error PB0039: 'Service' is not a module of Playbooks: use Command, as in new Command(\"systemctl restart nginx\")"),
        (Playbook("public IEnumerable<[|LineInFile|]> Lines => [];"),
            "error PB0039: 'LineInFile' is not a module of Playbooks: use Shell with grep and sed, or write the whole file with Copy"),
        (Playbook("public [|Get_url|]? Load => null;"),
            "error PB0039: 'Get_url' is not a module of Playbooks: use Command, as in new Command(\"curl -fsSLo /tmp/a https://…\")"),
        (Playbook("public [|command|] Load => new(\"true\");"), "error PB0039: 'command' does not exist: write 'Command'"),
        (Playbook("public [|File|] Config => new(\"/etc/x\");"),
            "error PB0039: 'File' is the C# type 'System.IO.File' and not a module: " +
            "use Command with mkdir, chmod, chown, ln or rm, Copy for the content of a file, and Stat to inspect a file"),
        (Playbook("public [|Wait|] Done(Job<HttpResult> job) => new(job);"),
            "error PB0039: 'Wait' needs the type of the job's result: write 'Wait<HttpResult>'"),
        (Playbook("public [|Cancel|] Done => new();"), "error PB0039: 'Cancel' needs the type of the job's result: write 'Cancel<CommandResult>'"),
        (Playbook("[[|Loop|](\"a\", \"b\")] public Command Each => new(\"true\");"), $"error PB0039: '[Loop]' is not an attribute of Playbooks: {Loop}"),
        (Playbook("[[|WithItems|](\"a\")] public Command Each => new(\"true\");"), $"error PB0039: '[WithItems]' is not an attribute of Playbooks: {Loop}"),
        (Playbook("[[|Until|](\"x.Rc == 0\")] public Command Try => new(\"true\");"),
            "error PB0039: '[Until]' is not an attribute of Playbooks: set Until on the module, as in new(…) { Until = result => result.Rc == 0 }, " +
            "and write [Retry(5, Delay = 10)]"),
        (Playbook("[[|Register|](\"x\")] public Command Try => new(\"true\");"),
            "error PB0039: '[Register]' is not an attribute of Playbooks: " +
            "take the result as a parameter with the task's name, as in Show(CommandResult backup)"),
        ("[[|Hosts|](\"web\")] " + Playbook("public Command Try => new(\"true\");"),
            "error PB0039: '[Hosts]' is not an attribute of Playbooks: write [Playbook(\"web\")]"),
        (Playbook("[Notify([|Restart|])] public Command Try => new(\"true\"); [Handler] public Command Restart => new(\"true\");"),
            "error PB0012: [Notify] cannot name 'Restart' here: write nameof(Restart)"),
        (Playbook("[Notify([|restart|])] public Command Try => new(\"true\"); [Handler] public Command Restart => new(\"true\");"),
            "error PB0012: [Notify] cannot name 'restart' here: write nameof(Restart)"),
        (Playbook("[When([|IsDebian|])] public Command Try => new(\"true\"); private bool IsDebian => true;"),
            "error PB0012: [When] cannot name 'IsDebian' here: write nameof(IsDebian)"),
        (Playbook(
            "[Notify(\"A\", [|\"B\"|])] public Command Try => new(\"true\"); [Handler] public Command A => new(\"true\"); " +
            "[Handler] public Command B => new(\"true\");"),
            "error PB0027: \"B\" is not valid for [Notify]: [Notify] takes one name; write a separate [Notify] for each name"),
        (Playbook("[FailedWhen([|\"rc > 1\"|])] public Command Try => new(\"true\");"),
            "error PB0027: \"rc > 1\" is not valid for [FailedWhen]: [FailedWhen] takes only true or false; write a computed condition on the module: " +
            "new(…) { FailedWhen = result => result.Rc > 1 }"),
        (Playbook("[ChangedWhen([|\"rc > 1\"|])] public Command Try => new(\"true\");"),
            "error PB0027: \"rc > 1\" is not valid for [ChangedWhen]: [ChangedWhen] takes only true or false; write a computed condition on the module: " +
            "new(…) { ChangedWhen = result => result.Rc > 1 }"),
        (Playbook("[[|Async|]] public Command Try => new(\"true\");"),
            "error PB0027: () is not valid for [Async]: write how many seconds the job may run, as in [Async(3600)]"),
        (Playbook("[[|Retry|]] public Command Try => new(\"true\");"),
            "error PB0027: () is not valid for [Retry]: write how many times the task may run again, as in [Retry(5, Delay = 10)]"),
        (Playbook("[Parallel([|3|])] public IEnumerable<Command> Each => [new(\"true\")];"),
            "error PB0027: 3 is not valid for [Parallel]: write the name of the argument: [Parallel(Max = 3)]"),
        ("[Playbook([|\"a\"|], \"b\")] public partial record Nightly { public Command Try => new(\"true\"); }",
            "error PB0027: \"a\", \"b\" is not valid for [Playbook]: [Playbook] takes one pattern; separate groups and hosts by a colon: \"a:b\""),
        ("[Playbook([|[\"a\", \"b\"]|])] public partial record Nightly { public Command Try => new(\"true\"); }",
            "error PB0027: [\"a\", \"b\"] is not valid for [Playbook]: [Playbook] takes one pattern; separate groups and hosts by a colon: \"a:b\""),
        (Playbook("public void [|Backup|] => new(\"true\");"),
            "error PB0020: 'Backup' is not a valid task: its type is 'void': declare the member as the module that it returns, such as Command"),
        ("[Playbook(\"all\")] public partial record Nightly(string [|Backup|]) { public Command Backup => new(\"true\"); }",
            "error PB0018: The name 'Backup' is already in use: a task and a variable have that name; rename one of the two"),
        (Playbook("public string [|Backup|] { get; init; } = \"\"; public Command Backup => new(\"true\");"),
            "error PB0018: The name 'Backup' is already in use: a task and a variable have that name; rename one of the two"),
        (Playbook("public Command Backup => new(\"true\"); public Command [|Backup|] => new(\"false\");"),
            "error PB0018: The name 'Backup' is already in use: another task has that name; rename one of the two"),
        ("public partial record Migrate { public Command Run => new(\"true\"); } " + Playbook(
            "public Migrate Data => new(); public Debug Show([|Migrate.Results|] data) => new($\"{data}\");"),
            "error PB0020: 'Data' is not a valid task: 'Migrate' has tasks but is not a block: put [Block] on that record"),
        ("[Block] public record [|Migrate|] { public Command Run => new(\"true\"); } " + Playbook(
            "public Migrate Data => new(); public Debug Show(Migrate.Results data) => new($\"{data.Run.Rc}\");"),
            "error PB0001: 'Migrate' cannot be a block: make it a 'partial record'"),
    ];

    private static readonly (string Program, string Said)[] _bodies =
    [
        (Playbook("public Command Try => new($\"echo {[|host|].Name}\");"), "error PB0038: 'host' does not exist here: add the parameter 'Host host'"),
        (Playbook("public Command Try => new($\"echo {[|play|].RunId}\");"), "error PB0038: 'play' does not exist here: add the parameter 'Play play'"),
        (Playbook("public Command Try => new($\"echo {[|inventory_hostname|]}\");"),
            "error PB0038: 'inventory_hostname' does not exist here: add the parameter 'Host host', and write 'host.Name'"),
        (Playbook("public Command Try => new($\"echo {[|item|]}\");"),
            "error PB0038: 'item' does not exist here: write the loop in C#, such as Names.Select(item => new Command($\"echo {item}\"))"),
        (Playbook("public Command Backup => new(\"true\"); public Debug Show => new([|backup|].Stdout);"),
            "error PB0038: 'backup' does not exist here: add the parameter 'CommandResult backup'"),
        (Playbook("public Command Backup => new(\"true\"); public Debug Show(CommandResult backup) => new(backup.[|stdout|]);"),
            "error PB0038: 'stdout' does not exist here: write 'Stdout'"),
        (Playbook("public Command Try => [|Service|](\"nginx\");"),
            "error PB0039: 'Service' is not a module of Playbooks: use Command, as in new Command(\"systemctl restart nginx\")"),
        (Playbook("public Command Try => new [|Template|](\"nginx\");"),
            "error PB0039: 'Template' is not a module of Playbooks: write the text in C#, and send it with Copy.Text($\"…\", path)"),
        (Playbook("public Command Sound => new(\"true\"); public bool [|Backup|] => new(\"true\");"),
            "error PB0020: 'Backup' is not a valid task: its type is 'bool': declare the member as the module that it returns, such as Command"),
        (Playbook("public Command Sound => new(\"true\"); public bool Backup => [|new Command(\"true\")|];"),
            "warning PB0033: The 'Command' in 'Backup' does not fit the member's type 'bool', so the member is not a task: declare the member as 'Command'"),
        (Playbook("public Command Sound => new(\"true\"); public void Backup() => [|new Command(\"true\")|];"),
            "warning PB0033: The 'Command' in 'Backup' does not fit the member's type 'void', so the member is not a task: declare the member as 'Command'"),
    ];

    [Fact]
    public Task Errors_in_a_declaration_are_reported_by_the_generator() => ToldAsync(_declarations);

    [Fact]
    public Task Errors_in_a_body_are_reported_by_the_analyzers() => ToldAsync(_bodies);

    private static async Task ToldAsync((string Program, string Said)[] wrong)
    {
        var said = await RealCompiler.CompileAsync([.. wrong.Select(program => program.Program)]);

        Assert.Equal(
            said.Select((program, i) => $"{program.Marked}: {wrong[i].Said}"),
            said.Select(program => program.Said.Split(" (https:")[0] + (program.Said.Contains('\n', StringComparison.Ordinal) ? " and more" : "")));
    }

    private static string Playbook(string members) => $"[Playbook(\"all\")] public partial record Nightly {{ {members} }}";
}
