using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0020Tests
{
    [Theory]
    [Language("F1")]
    [InlineData(
        "public readonly Command [|Backup|] = new(\"true\");", "a field is made once, before the run: make it a get-only property (=> new …), or private")]
    [InlineData(
        "public static Command [|Backup|] => new(\"true\");",
        "it is static; a task belongs to the playbook's instance: take 'static' away, or make it private")]
    [InlineData("public Command [|Backup|] { get; set; } = new(\"true\");", "it can be set from outside: make it get-only, or private")]
    [InlineData(
        "public Command [|Backup|] { get; init; } = new(\"true\");",
        "an 'init' property is a variable, and a module cannot be one: make it get-only, or private")]
    [InlineData("public Command [|this|][int i] => new($\"{i}\");", "an indexer cannot be called without its index: make it a method, or private")]
    [InlineData(
        "public T [|Backup|]<T>() where T : Module<CommandResult> => throw new NotSupportedException();",
        "it is generic, and nobody would say of what: name the types, or make it private")]
    [InlineData(
        "public Command [|Backup|](in Host host) => new($\"{host}\");",
        "its parameter 'host' is passed by reference: pass it by value, or make the method private")]
    [InlineData(
        "public Command [|Backup|](__arglist) => new(\"true\");", "it takes arguments that nobody names (__arglist): name its parameters, or make it private")]
    [InlineData(
        "public Task<Command> [|Backup|]() => Task.FromResult<Command>(new(\"true\"));",
        "'Task<Command>' is neither a module or block, a nullable one nor an IEnumerable of one: return one of these, or make it private")]
    [InlineData(
        "public Command[] [|Backup|] => [];",
        "'Command[]' is neither a module or block, a nullable one nor an IEnumerable of one: return one of these, or make it private")]
    [InlineData(
        "public List<Command> [|Backup|]() => [];",
        "'List<Command>' is neither a module or block, a nullable one nor an IEnumerable of one: return one of these, or make it private")]
    [InlineData("public IEnumerable<Command>? [|Backup|] => null;", "a loop cannot be null: give no items, or put [When] on it")]
    [InlineData("public IEnumerable<Command?> [|Backup|] => [];", "the items of a loop cannot be null: leave those out that have nothing to do")]
    [InlineData(
        "public Module<CommandResult> [|Backup|] => new Command(\"true\");",
        "'Module<CommandResult>' may be any module: return the one that it is, such as Command")]
    [InlineData(
        "public IEnumerable<ScriptModule<CommandResult>> [|Backup|] => [];",
        "'ScriptModule<CommandResult>' may be any module: return an IEnumerable of the one that it is, such as Command")]
    [InlineData(
        "[Obsolete(\"no\", true)] public Command [|Backup|] => new(\"true\");",
        "it is marked obsolete as an error, so nothing may run it: take the mark away, or make it private")]
    public async Task A_module_in_another_shape_is_told_the_right_one(string member, string reason)
    {
        var message = Assert.Single(await Rule.BrokenAsync("PB0020", Playbook(member)));
        Assert.EndsWith($"is no task: {reason}", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("T")]
    [InlineData("List<T>")]
    [InlineData("Dictionary<string, T[]>")]
    [InlineData("Dictionary<string, T>.KeyCollection")]
    public async Task A_block_of_a_type_that_is_left_open_is_told(string argument) => Assert.Equal(
        ["'Inner' is no task: it returns a block of a type that 'Outer' leaves open, so its tasks are not known: name the type"],
        await Rule.BrokenAsync("PB0020", $$"""
            [Block] public partial record Stage<TValue> { public Command Work => new($"echo {typeof(TValue)}"); }
            [Block] public partial record Outer<T> { public Stage<{{argument}}> [|Inner|] => new(); }
            """));

    [Theory]
    [Language("M7")]
    [InlineData("private static Command Make(string name) => new($\"run {name}\"); public Command Backup => Make(\"x\");")]
    [InlineData("public Command Backup { get; } = new(\"true\");")]
    [InlineData("public Command Backup => new(\"true\"); public int Count => 1; public Func<int, bool> Check => _ => true; public List<string> Names() => [];")]
    public Task Private_members_and_other_types_are_left_alone(string members) => Rule.KeptAsync(Playbook(members));

    private static string Playbook(string members) => $$"""[Playbook("all")] public partial record Nightly { {{members}} }""";
}
