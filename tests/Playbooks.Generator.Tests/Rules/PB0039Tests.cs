using Playbooks.Generated;
using Playbooks.Generator.Messages;
using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

/// <summary><see cref="Generation.RealCompilerTests"/> shows what is told; here is what is not.</summary>
public sealed class PB0039Tests
{
    [Theory]
    [InlineData("public record Service(string Name); ", "private static Service Made => new(\"x\"); public Debug Work => new(Made.Name);")]
    [InlineData("public sealed class LoopAttribute : Attribute; ", "[Loop] public Debug Work => new(\"x\");")]
    [InlineData("", "public Debug Work => new(File.Exists(\"x\") ? File.ReadAllText(\"x\") : \"\");")]
    [InlineData("", "[Async(60, Poll = 0)] public Command Job => new(\"true\"); public Wait<CommandResult> Work(Job<CommandResult> job) => Wait.For(job);")]
    public Task A_type_of_your_own_and_a_type_of_C_sharp_are_accepted(string types, string members) =>
        Rule.KeptAsync($"{types}[Playbook(\"all\")] public partial record Nightly {{ {members} }}");

    /// <summary>A library brings a module of that name, by a using directive.</summary>
    [Fact]
    public void A_module_of_another_library_is_accepted()
    {
        var library = UserProgram.Referenced("""
            namespace Company.Modules;
            public sealed record Service(string Name) : ScriptModule<CommandResult>
            {
                protected override string ScriptText => Name;
                protected override CommandResult Parse(ScriptOutcome outcome) => new();
                protected override CommandResult FailedResult(string message) => new();
            }
            """);
        var program = UserProgram.Library("""
            using Company.Modules;
            [Playbook("all")] public partial record Nightly { public Service Restart => new("nginx"); }
            """).AddReferences(library);

        Assert.Contains("Nightly.g.cs", GeneratorRun.Of(program).Files.Keys);
    }

    [Fact]
    public async Task An_unknown_type_without_a_word_of_Ansible_is_reported_by_C_sharp_alone() => Assert.Empty(
        await GeneratorRun
            .Of(
                UserProgram.Library(
                    "[Playbook(\"all\")] public partial record Nightly { public Unknown Work => new(); [Unknown] public Command Next => new(\"true\"); }"),
                "CS0246")
            .AnalyzeAsync());

    /// <summary>The table tells what is not here.</summary>
    [Fact]
    public void Types_of_the_library_are_not_in_the_table()
    {
        var here = typeof(HostRun).Assembly.GetExportedTypes();
        var modules = here.Where(type => type.BaseType?.Name is "ScriptModule`1" or "ActionModule`1").Select(type => type.Name.Split('`')[0]).ToList();
        var attributes = here.Where(type => type.IsSubclassOf(typeof(Attribute))).Select(type => type.Name[..^"Attribute".Length]).ToList();

        Assert.NotEmpty(modules);
        Assert.NotEmpty(attributes);
        Assert.Empty(
            modules.Where(name => AnsibleWords.Advice(name) is not null).Concat(attributes.Where(name => AnsibleWords.AttributeAdvice(name) is not null)));
    }

    [Fact]
    public void Its_words_are_in_lower_case_without_underscores() =>
        Assert.All(AnsibleWords.All, word => Assert.NotNull(AnsibleWords.Advice(word)));
}
