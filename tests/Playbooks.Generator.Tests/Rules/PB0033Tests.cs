using Playbooks.CodeFixes;
using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0033Tests
{
    [Theory]
    [InlineData("public object X => [|new Command(\"true\")|];", "Command", "object", "Command")]
    [InlineData("public object? X => _is ? [|new Command(\"true\")|] : null;", "Command", "object?", "Command?")]
    [InlineData("public dynamic X(Host host) { return [|new Command($\"{host}\")|]; }", "Command", "dynamic", "Command")]
    [InlineData("public object X => [|_texts.Select(text => new Command($\"run {text}\"))|];", "IEnumerable<Command>", "object", "IEnumerable<Command>")]
    [InlineData("public object X => [|new Base()|];", "Base", "object", "Base")]
    public async Task A_module_behind_a_type_that_says_nothing_is_reported(string member, string returned, string declared, string wanted) => Assert.Equal(
        [$"The '{returned}' in 'X' is hidden by the type '{declared}', so the member is not a task: declare the member as '{wanted}'"],
        await Rule.BrokenAsync("PB0033", Playbook(member)));

    [Theory]
    [InlineData("public Base X => [|new Derived()|];", "Derived", "Derived")]
    [InlineData("public Base? X => _is ? [|new Derived()|] : null;", "Derived", "Derived?")]
    [InlineData("public Base X => _texts.Count switch { 0 => [|new Derived()|], _ => new Base() };", "Derived", "Derived")]
    [InlineData("public IEnumerable<Base> X => [|_texts.Select(_ => new Derived())|];", "IEnumerable<Derived>", "IEnumerable<Derived>")]
    [InlineData("public IEnumerable<Base> X { get { yield return [|new Derived()|]; } }", "Derived", "IEnumerable<Derived>")]
    public async Task So_is_a_block_of_which_only_the_base_block_runs(string member, string returned, string wanted) => Assert.Equal(
        [$"The '{returned}' in 'X' runs only as its base record 'Base': declare the member as '{wanted}'"],
        await Rule.BrokenAsync("PB0033", Playbook(member)));

    [Theory]
    [InlineData("public Base X => Make(); private static Base Make() => [|new Derived()|];", "Derived")]
    [InlineData("public Base X => Made; private Base Made { get { return [|new Derived()|]; } }", "Derived")]
    public async Task So_is_a_helper_that_gives_it(string members, string wanted) => Assert.Equal(
        [$"The 'Derived' in '{(members.Contains("Made", StringComparison.Ordinal) ? "Made" : "Make")}' runs only as its base record 'Base': " +
        $"declare the member as '{wanted}'"],
        await Rule.BrokenAsync("PB0033", Playbook(members)));

    [Theory]
    [InlineData("public IEnumerable<Base> X => [new Base(), [|new Derived()|]];")]
    [InlineData("public IEnumerable<Base> X => new Base[] { [|new Derived()|] };")]
    [InlineData("public IEnumerable<Base> X => _texts.Select<string, Base>(_ => [|new Derived()|]);")]
    [InlineData("public Base X { get { Base made = [|new Derived()|]; return made; } }")]
    [InlineData("public Base X() { return Local(); Base Local() => _is ? [|new Derived()|] : new Base(); }")]
    [InlineData("public IEnumerable<Base> X { get { var all = new List<Base>(); all.Add([|new Derived()|]); return all; } }")]
    public async Task Each_use_of_a_type_as_its_base_is_reported(string member) => Assert.Equal(
        ["The 'Derived' in 'X' runs only as its base record 'Base': write another member for it, or cast it to the base record if that is intended"],
        await Rule.BrokenAsync("PB0033", Playbook(member)));

    [Fact]
    public async Task A_record_without_Block_is_advised_to_get_the_attribute() => Assert.Equal(
        ["The 'More' in 'X' runs only as its base record 'Base': put [Block] on 'More', and declare the member as 'More'"],
        await Rule.BrokenAsync("PB0033", Playbook("public Base X => [|new More()|];")));

    [Fact]
    public async Task A_site_runs_the_playbook_that_is_declared() => Assert.Equal(
        ["The 'Second' in 'First' runs only as its base record 'Web': declare the member as 'Second'"],
        await Rule.BrokenAsync("PB0033", """
            [Playbook("web")] public partial record Web { public Command Work => new("true"); }
            [Playbook("db")] public partial record Second : Web;
            [Playbook] public partial record Site { public Web First => [|new Second()|]; }
            """));

    [Theory]
    [InlineData("public Tasks X => [|new Tasks()|];", "Tasks")]
    [InlineData("public Tasks? X => _is ? [|new()|] : null;", "Tasks")]
    [InlineData("public IEnumerable<Tasks> X => [|_texts.Select(_ => new Tasks())|];", "IEnumerable<Tasks>")]
    public async Task A_record_with_tasks_but_without_Block_is_reported(string member, string given) => Assert.Equal(
        [$"The '{given}' in 'X' has tasks but is not a block, so none of its tasks runs: put [Block] on the record"],
        await Rule.BrokenAsync("PB0033", $"public record Tasks {{ public Command Work => new(\"true\"); }}\n{Playbook(member)}"));

    [Theory]
    [InlineData(
        "public void X() => [|new Command(\"true\")|];",
        "does not fit the member's type 'void', so the member is not a task: declare the member as 'Command'")]
    [InlineData("public void X(Host host) { [|new Command($\"true {host}\")|]; }", "never runs: return it, or write another member for it")]
    [InlineData(
        "public Command X { get { [|new Command(\"first\")|]; return new(\"last\"); } }", "never runs: return it, or write another member for it")]
    public async Task A_module_that_is_created_and_not_used_is_reported(string member, string what) => Assert.Equal(
        [$"The 'Command' in 'X' {what}"], await Rule.BrokenAsync("PB0033", Playbook(member)));

    [Theory]
    [InlineData("public bool X => [|new Command(\"true\")|];", "bool", "CS0029")]
    [InlineData("public string X(Host host) { return [|new Command($\"true {host}\")|]; }", "string", "CS0029")]
    public async Task So_is_one_that_is_declared_as_something_else(string member, string type, string error) => Assert.Equal(
        [$"The 'Command' in 'X' does not fit the member's type '{type}', so the member is not a task: declare the member as 'Command'"],
        await Rule.BrokenAsync("PB0033", Playbook(member), error));

    [Theory]
    [InlineData("public Tasks Made => new(); public Command X => Made.Work;")]
    [InlineData("private Tasks Made => new(); public Command X => Made.Work;")]
    public Task A_record_that_makes_modules_for_tasks_is_right(string members) =>
        Rule.KeptAsync($"public record Tasks {{ public Command Work => new(\"true\"); }}\n{Playbook(members)}");

    [Theory]
    [InlineData("public Base X => new Overriding();")]
    [InlineData("public Base X => new();")]
    [InlineData("public Base X => (Base)new Derived(); public IEnumerable<Base> All => [(Base)new Derived()];")]
    [InlineData("public IEnumerable<Base> X => [new Overriding(), new Base()];")]
    [InlineData("public object Text => \"x\"; public Func<object> Maker => () => new Command(\"true\"); private object Other => new Command(\"true\");")]
    [InlineData("public Command X => new(\"true\"); public object Last() { return Local(); object Local() => new Command(\"true\"); }")]
    public Task A_type_that_hides_nothing_is_accepted(string member) => Rule.KeptAsync(Playbook(member));

    [Fact]
    public async Task The_type_is_mended() => Assert.Equal(
        Playbook("public Derived? X => _is ? new Derived() : null;"),
        await Fix.AppliedAsync(new DeclareType(), "Declare the member as 'Derived?'", Playbook("public Base? X => _is ? new Derived() : null;")));

    private static string Playbook(string member) => $$"""
        [Block] public partial record Base { public virtual Command Work => new("true"); }
        [Block] public partial record Derived : Base { public Command Last => new("true"); }
        public record Overriding : Base { public override Command Work => new("false"); }
        public record More : Base { public Command Last => new("true"); }
        [Playbook("all")] public partial record Nightly
        {
            private readonly bool _is = true;
            private readonly IReadOnlyList<string> _texts = [];
            public Command First => new($"true {_is} {_texts}");
            {{member}}
        }
        """;
}
