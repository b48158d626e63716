using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0020Tests
{
    [Theory]
    [Language("F1")]
    [InlineData(
        "public readonly Command [|Backup|] = new(\"true\");",
        "a field gets its value once, before the run: make it a get-only property (=> new …), or make it private")]
    [InlineData(
        "public static Command [|Backup|] => new(\"true\");",
        "it is static, and tasks are instance members: remove 'static', or make it private")]
    [InlineData("public Command [|Backup|] { get; set; } = new(\"true\");", "it can be set from outside: make it get-only, or make it private")]
    [InlineData(
        "public Command [|Backup|] { get; init; } = new(\"true\");",
        "an 'init' property is a variable, and a module cannot be a variable: make it get-only, or make it private")]
    [InlineData(
        "public Command [|this|][int i] => new($\"{i}\");",
        "an indexer needs an index, which the run does not have: make it a method, or make it private")]
    [InlineData(
        "public T [|Backup|]<T>() where T : Module<CommandResult> => throw new NotSupportedException();",
        "it is generic, and the run cannot know its type arguments: write specific types, or make it private")]
    [InlineData(
        "public Command [|Backup|](in Host host) => new($\"{host}\");",
        "its parameter 'host' is passed by reference: pass it by value, or make the method private")]
    [InlineData(
        "public Command [|Backup|](__arglist) => new(\"true\");", "it takes arguments without names (__arglist): write named parameters, or make it private")]
    [InlineData(
        "public Task<Command> [|Backup|]() => Task.FromResult<Command>(new(\"true\"));",
        "'Task<Command>' is not the type of a task: return a module or a block (may be nullable), or an IEnumerable of these, or make the member private")]
    [InlineData(
        "public Command[] [|Backup|] => [];",
        "'Command[]' is not the type of a task: return a module or a block (may be nullable), or an IEnumerable of these, or make the member private")]
    [InlineData(
        "public List<Command> [|Backup|]() => [];",
        "'List<Command>' is not the type of a task: return a module or a block (may be nullable), or an IEnumerable of these, or make the member private")]
    [InlineData("public IEnumerable<Command>? [|Backup|] => null;", "a loop cannot be null: return an empty sequence, or put [When] on the member")]
    [InlineData("public IEnumerable<Command?> [|Backup|] => [];", "an item of a loop cannot be null: leave out the items for which there is nothing to do")]
    [InlineData(
        "public Module<CommandResult> [|Backup|] => new Command(\"true\");",
        "'Module<CommandResult>' could be any module: declare the member as a specific module, such as Command")]
    [InlineData(
        "public IEnumerable<ScriptModule<CommandResult>> [|Backup|] => [];",
        "'ScriptModule<CommandResult>' could be any module: declare an IEnumerable of a specific module, such as Command")]
    [InlineData(
        "[Obsolete(\"no\", true)] public Command [|Backup|] => new(\"true\");",
        "it is marked obsolete as an error, so generated code cannot use it: remove [Obsolete] or the attribute's error argument, or make it private")]
    public async Task A_module_in_another_form_is_reported_with_the_right_form(string member, string reason)
    {
        var message = Assert.Single(await Rule.BrokenAsync("PB0020", Playbook(member)));
        Assert.EndsWith($"is not a valid task: {reason}", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("T")]
    [InlineData("List<T>")]
    [InlineData("Dictionary<string, T[]>")]
    [InlineData("Dictionary<string, T>.KeyCollection")]
    public async Task A_block_of_a_type_that_is_left_open_is_reported(string argument) => Assert.Equal(
        ["'Inner' is not a valid task: the type of its block depends on a type parameter of 'Outer', so the tasks of the block are unknown: " +
        "write a specific type"],
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
