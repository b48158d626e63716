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
        "a loop is a member that returns an IEnumerable, public IEnumerable<Command> Each => Names.Select(name => new Command($\"echo {name}\"))";

    private static readonly (string Program, string Said)[] _declarations =
    [
        (Playbook("public [|Service|] Restart => new(\"nginx\");"),
            "error PB0039: 'Service' is no module here: use Command, as in new Command(\"systemctl restart nginx\")"),
        (Playbook("public IEnumerable<[|LineInFile|]> Lines => [];"),
            "error PB0039: 'LineInFile' is no module here: use Shell with grep and sed, or write the whole file with Copy"),
        (Playbook("public [|Get_url|]? Load => null;"),
            "error PB0039: 'Get_url' is no module here: use Command, as in new Command(\"curl -fsSLo /tmp/a https://…\")"),
        (Playbook("public [|command|] Load => new(\"true\");"), "error PB0039: 'command' is not here: write 'Command'"),
        (Playbook("public [|File|] Config => new(\"/etc/x\");"),
            "error PB0039: 'File' is C#'s 'System.IO.File' here, and no module: " +
            "use Command with mkdir, chmod, chown, ln or rm, Copy for what is in a file, and Stat to look at one"),
        (Playbook("public [|Wait|] Done(Job<HttpResult> job) => new(job);"),
            "error PB0039: 'Wait' alone is no module: write 'Wait<HttpResult>', with what the job gives"),
        (Playbook("public [|Cancel|] Done => new();"), "error PB0039: 'Cancel' alone is no module: write 'Cancel<CommandResult>', with what the job gives"),
        (Playbook("[[|Loop|](\"a\", \"b\")] public Command Each => new(\"true\");"), $"error PB0039: '[Loop]' is no attribute here: {Loop}"),
        (Playbook("[[|WithItems|](\"a\")] public Command Each => new(\"true\");"), $"error PB0039: '[WithItems]' is no attribute here: {Loop}"),
        (Playbook("[[|Until|](\"x.Rc == 0\")] public Command Try => new(\"true\");"),
            "error PB0039: '[Until]' is no attribute here: give the module its Until, new(…) { Until = result => result.Rc == 0 }, " +
            "beside [Retry(5, Delay = 10)]"),
        (Playbook("[[|Register|](\"x\")] public Command Try => new(\"true\");"),
            "error PB0039: '[Register]' is no attribute here: ask for what a task gave by a parameter of its name, as in Show(CommandResult backup)"),
        ("[[|Hosts|](\"web\")] " + Playbook("public Command Try => new(\"true\");"), "error PB0039: '[Hosts]' is no attribute here: write [Playbook(\"web\")]"),
        (Playbook("[Notify([|Restart|])] public Command Try => new(\"true\"); [Handler] public Command Restart => new(\"true\");"),
            "error PB0012: 'Restart' is nothing that [Notify] can name here: write nameof(Restart)"),
        (Playbook("[Notify([|restart|])] public Command Try => new(\"true\"); [Handler] public Command Restart => new(\"true\");"),
            "error PB0012: 'restart' is nothing that [Notify] can name here: write nameof(Restart)"),
        (Playbook("[When([|IsDebian|])] public Command Try => new(\"true\"); private bool IsDebian => true;"),
            "error PB0012: 'IsDebian' is nothing that [When] can name here: write nameof(IsDebian)"),
        (Playbook(
            "[Notify(\"A\", [|\"B\"|])] public Command Try => new(\"true\"); [Handler] public Command A => new(\"true\"); " +
            "[Handler] public Command B => new(\"true\");"),
            "error PB0027: \"B\" is no value of [Notify]: it takes one name; write [Notify] once for each"),
        (Playbook("[FailedWhen([|\"rc > 1\"|])] public Command Try => new(\"true\");"),
            "error PB0027: \"rc > 1\" is no value of [FailedWhen]: it takes true or false; what has to be computed the module says: " +
            "new(…) { FailedWhen = result => result.Rc > 1 }"),
        (Playbook("[ChangedWhen([|\"rc > 1\"|])] public Command Try => new(\"true\");"),
            "error PB0027: \"rc > 1\" is no value of [ChangedWhen]: it takes true or false; what has to be computed the module says: " +
            "new(…) { ChangedWhen = result => result.Rc > 1 }"),
        (Playbook("[[|Async|]] public Command Try => new(\"true\");"),
            "error PB0027: () is no value of [Async]: write the longest that the job may run, in seconds, [Async(3600)]"),
        (Playbook("[[|Retry|]] public Command Try => new(\"true\");"),
            "error PB0027: () is no value of [Retry]: write how many more runs there may be, [Retry(5, Delay = 10)]"),
        (Playbook("[Parallel([|3|])] public IEnumerable<Command> Each => [new(\"true\")];"),
            "error PB0027: 3 is no value of [Parallel]: it says by name how many items of a loop run at once, [Parallel(Max = 3)]"),
        ("[Playbook([|\"a\"|], \"b\")] public partial record Nightly { public Command Try => new(\"true\"); }",
            "error PB0027: \"a\", \"b\" is no value of [Playbook]: it takes one pattern, in which a colon stands between groups and hosts: \"a:b\""),
        ("[Playbook([|[\"a\", \"b\"]|])] public partial record Nightly { public Command Try => new(\"true\"); }",
            "error PB0027: [\"a\", \"b\"] is no value of [Playbook]: it takes one pattern, in which a colon stands between groups and hosts: \"a:b\""),
        (Playbook("public void [|Backup|] => new(\"true\");"),
            "error PB0020: 'Backup' is no task: its type is 'void': declare it as the module that it makes, such as Command"),
        ("[Playbook(\"all\")] public partial record Nightly(string [|Backup|]) { public Command Backup => new(\"true\"); }",
            "error PB0018: The name 'Backup' is taken: a task is called as the variable; give one of them another one"),
        (Playbook("public string [|Backup|] { get; init; } = \"\"; public Command Backup => new(\"true\");"),
            "error PB0018: The name 'Backup' is taken: a task is called as the variable; give one of them another one"),
        (Playbook("public Command Backup => new(\"true\"); public Command [|Backup|] => new(\"false\");"),
            "error PB0018: The name 'Backup' is taken: another task is called so; give one of them another one"),
        ("public partial record Migrate { public Command Run => new(\"true\"); } " + Playbook(
            "public Migrate Data => new(); public Debug Show([|Migrate.Results|] data) => new($\"{data}\");"),
            "error PB0020: 'Data' is no task: 'Migrate' has tasks, but is no block: put [Block] on it"),
        ("[Block] public record [|Migrate|] { public Command Run => new(\"true\"); } " + Playbook(
            "public Migrate Data => new(); public Debug Show(Migrate.Results data) => new($\"{data.Run.Rc}\");"),
            "error PB0001: 'Migrate' cannot be a block: make it a 'partial record'"),
    ];

    private static readonly (string Program, string Said)[] _bodies =
    [
        (Playbook("public Command Try => new($\"echo {[|host|].Name}\");"), "error PB0038: There is no 'host' here: ask for it by a parameter, 'Host host'"),
        (Playbook("public Command Try => new($\"echo {[|play|].RunId}\");"), "error PB0038: There is no 'play' here: ask for it by a parameter, 'Play play'"),
        (Playbook("public Command Try => new($\"echo {[|inventory_hostname|]}\");"),
            "error PB0038: There is no 'inventory_hostname' here: ask for it by a parameter, 'Host host', and write 'host.Name'"),
        (Playbook("public Command Try => new($\"echo {[|item|]}\");"),
            "error PB0038: There is no 'item' here: give the items by C#, as in Names.Select(item => new Command($\"echo {item}\"))"),
        (Playbook("public Command Backup => new(\"true\"); public Debug Show => new([|backup|].Stdout);"),
            "error PB0038: There is no 'backup' here: ask for it by a parameter, 'CommandResult backup'"),
        (Playbook("public Command Backup => new(\"true\"); public Debug Show(CommandResult backup) => new(backup.[|stdout|]);"),
            "error PB0038: There is no 'stdout' here: write 'Stdout'"),
        (Playbook("public Command Try => [|Service|](\"nginx\");"),
            "error PB0039: 'Service' is no module here: use Command, as in new Command(\"systemctl restart nginx\")"),
        (Playbook("public Command Try => new [|Template|](\"nginx\");"),
            "error PB0039: 'Template' is no module here: write the text in C#, and send it with Copy.Text($\"…\", path)"),
        (Playbook("public Command Sound => new(\"true\"); public bool [|Backup|] => new(\"true\");"),
            "error PB0020: 'Backup' is no task: its type is 'bool': declare it as the module that it makes, such as Command"),
        (Playbook("public Command Sound => new(\"true\"); public bool Backup => [|new Command(\"true\")|];"),
            "warning PB0033: 'Backup' gives 'Command', but its type is 'bool', so it is no task: declare it as 'Command'"),
        (Playbook("public Command Sound => new(\"true\"); public void Backup() => [|new Command(\"true\")|];"),
            "warning PB0033: 'Backup' gives 'Command', but its type is 'void', so it is no task: declare it as 'Command'"),
    ];

    [Fact]
    public Task What_is_wrong_in_a_declaration_is_told_by_the_generator() => ToldAsync(_declarations);

    [Fact]
    public Task What_is_wrong_in_a_body_is_told_by_the_analyzers() => ToldAsync(_bodies);

    private static async Task ToldAsync((string Program, string Said)[] wrong)
    {
        var said = await RealCompiler.CompileAsync([.. wrong.Select(program => program.Program)]);

        Assert.Equal(
            said.Select((program, i) => $"{program.Marked}: {wrong[i].Said}"),
            said.Select(program => program.Said.Split(" (https:")[0] + (program.Said.Contains('\n', StringComparison.Ordinal) ? " and more" : "")));
    }

    private static string Playbook(string members) => $"[Playbook(\"all\")] public partial record Nightly {{ {members} }}";
}
