using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0001Tests
{
    private const string Member = """public Command Backup => new("true");""";

    [Fact]
    public Task A_partial_record_is_right() => Rule.KeptAsync($$"""
        [Playbook("all")] public partial record Nightly { {{Member}} }
        [Playbook("all")] internal sealed partial record Weekly() { {{Member}} }
        public static partial class Outer { internal partial struct Inner { [Playbook("all")] public partial record Nested { {{Member}} } } }
        """);

    [Theory]
    [InlineData("public record [|Nightly|]")]
    [InlineData("public partial class [|Nightly|]")]
    [InlineData("public class [|Nightly|]")]
    public async Task Anything_else_is_not(string declaration)
    {
        var message = Assert.Single(await Rule.BrokenAsync("PB0001", $$"""[Playbook("all")] {{declaration}} { {{Member}} }"""));
        Assert.Equal("'Nightly' cannot be a playbook: make it a 'partial record'", message);
    }

    [Theory]
    [InlineData(
        "public partial record [|Nightly|]<T>",
        "it is generic, and the program cannot know its type arguments; use a variable instead of the type parameter")]
    [InlineData("public abstract partial record [|Nightly|]", "it is abstract; put [Playbook] on the records that derive from it")]
    [InlineData("file partial record [|Nightly|]", "it is local to its file; remove the modifier 'file'")]
    public async Task A_record_that_the_program_cannot_create_is_reported_with_the_reason(string declaration, string reason)
    {
        var message = Assert.Single(await Rule.BrokenAsync("PB0001", $$"""[Playbook("all")] {{declaration}} { {{Member}} }"""));
        Assert.Equal($"'Nightly' cannot be a playbook: {reason}", message);
    }

    [Fact]
    public async Task A_private_record_is_not_seen_by_the_program()
    {
        var message = Assert.Single(await Rule.BrokenAsync(
            "PB0001", $$"""public partial class Outer { [Playbook("all")] private partial record [|Nightly|] { {{Member}} } }"""));
        Assert.Equal("'Nightly' cannot be a playbook: the program cannot access it; make it public or internal", message);
    }

    [Theory]
    [InlineData("public class [|Outer|]", "make its containing type 'Outer' partial")]
    [InlineData("public partial class [|Outer|]<T>", "move it out of 'Outer', which is generic")]
    [InlineData("file partial class [|Outer|]", "its containing type 'Outer' is local to its file; remove the modifier 'file'")]
    public async Task The_types_around_it_must_be_able_to_hold_it(string container, string reason)
    {
        var message = Assert.Single(await Rule.BrokenAsync(
            "PB0001", $$"""{{container}} { [Playbook("all")] public partial record Nightly { {{Member}} } }"""));
        Assert.Equal($"'Nightly' cannot be a playbook: {reason}", message);
    }

    [Fact]
    public async Task Constructors_alone_leave_the_variables_unknown()
    {
        var message = Assert.Single(await Rule.BrokenAsync(
            "PB0001", $$"""[Playbook("all")] public partial record [|Nightly|] { public Nightly(string dir) => _ = dir; {{Member}} }"""));
        Assert.EndsWith(
            "the program finds no constructor that it can call; add a primary constructor, or a constructor without parameters",
            message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp9, "9.0", new string[0])]
    [InlineData(LanguageVersion.CSharp10, "10.0", new[] { "A.Part.g.cs" })]
    [InlineData(LanguageVersion.CSharp12, "12.0", new[] { "A.Part.g.cs" })]
    public async Task The_language_must_have_what_is_generated(LanguageVersion version, string shown, string[] stubs)
    {
        const string Source = """
            namespace A
            {
                using Playbooks;
                [HostVars] public partial record Vars { public int Port { get; init; } }
                [Block] public partial record Part { public Command Work => new("true"); }
                [Playbook("all")] public partial record Nightly { public Part Part => new Part(); public Command Work => new Command("true"); }
            }
            """;
        var program = UserProgram.Executable();
        program = program
            .RemoveAllSyntaxTrees()
            .AddSyntaxTrees(
                CSharpSyntaxTree.ParseText(Source, new CSharpParseOptions(version), "Old.cs", cancellationToken: TestContext.Current.CancellationToken));
        var driver = CSharpGeneratorDriver.Create([new PlaybookGenerator().AsSourceGenerator()], parseOptions: new CSharpParseOptions(version))
            .RunGeneratorsAndUpdateCompilation(program, out var output, out _, TestContext.Current.CancellationToken);
        Assert.Equal(stubs, driver.GetRunResult().GeneratedTrees.Select(tree => Path.GetFileName(tree.FilePath)));
        Assert.Equal(
            ["CS5001"],
            output.GetDiagnostics(TestContext.Current.CancellationToken).Where(said => said.Severity == DiagnosticSeverity.Error).Select(said => said.Id));

        var said = await program.WithAnalyzers([new PlaybookAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Equal(3, said.Length);
        Assert.Contains(
            $"'Nightly' cannot be a playbook: C# {shown} is too old for the generated code; " +
            "write <LangVersion>13.0</LangVersion> or higher in the project, or remove LangVersion",
            said.Select(problem => problem.GetMessage(CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("public Kit::Lib.Unpack [|Work|] => new();", "Work", "Unpack")]
    [InlineData("public IEnumerable<Kit::Lib.Part> [|Parts|] => [];", "Parts", "Part")]
    [InlineData("public Debug [|Show|](Kit::Lib.Vars vars) => new($\"{vars}\");", "Show", "Vars")]
    [InlineData("public IReadOnlyList<Kit::Lib.Size?> [|Sizes|] { get; init; } = [];", "Sizes", "Size")]
    public async Task A_library_must_have_a_name_in_what_is_generated(string member, string name, string type)
    {
        var library = UserProgram.Referenced("""
            namespace Lib;
            public sealed record Unpack : ScriptModule<CommandResult>
            {
                protected override string ScriptText => "true";
                protected override CommandResult Parse(ScriptOutcome outcome) => new();
            }
            [Block] public partial record Part { public Command Work => new("true"); }
            [HostVars] public partial record Vars { public int Port { get; init; } }
            public enum Size { Small }
            """);
        var source = MarkedSource.Parse($$"""
            extern alias Kit;
            [Playbook("all")] public partial record Nightly { public Command First => new("true"); {{member}} }
            """);
        var run = GeneratorRun.Of(UserProgram.Library(source.Text).AddReferences(library.WithAliases(["Kit"])));
        var told = Assert.Single(await run.AnalyzeAsync());
        Assert.Equal("PB0001", told.Id);
        Assert.Equal(Assert.Single(source.Spans), told.Location.SourceSpan);
        Assert.Equal(
            $"'Nightly' cannot be a playbook: '{name}' uses '{type}', which is visible only through 'extern alias Kit'; " +
            "add the alias 'global' to the project's reference with this alias",
            told.GetMessage(CultureInfo.InvariantCulture));
        Assert.Empty(run.Files);
        Assert.Single(GeneratorRun.Of(UserProgram.Library(source.Text).AddReferences(library.WithAliases(["Kit", "global"]))).Files);
    }

    [Fact]
    public async Task So_must_that_of_a_sites_playbook()
    {
        var library = UserProgram.Referenced("""namespace Lib; [Playbook("web")] public partial record Web { public Command Work => new("true"); }""");
        const string Site = "extern alias Kit; [Playbook] public partial record Everything { public Kit::Lib.Web First => new(); }";

        var run = GeneratorRun.Of(UserProgram.Library(Site).AddReferences(library.WithAliases(["Kit"])));

        Assert.Equal(
            "'Everything' cannot be a playbook: 'First' uses 'Web', which is visible only through 'extern alias Kit'; " +
            "add the alias 'global' to the project's reference with this alias",
            Assert.Single(await run.AnalyzeAsync()).GetMessage(CultureInfo.InvariantCulture));
        Assert.Empty(run.Files);
    }

    [Theory]
    [InlineData("[HostVars] public record [|Database|](int Port)", "make it a 'partial record'")]
    [InlineData("[HostVars] public abstract partial record [|Database|](int Port)", "it is abstract; put [HostVars] on the records that derive from it")]
    [InlineData(
        "[HostVars, Block] public partial record [|Database|](int Port)",
        "it has tasks; remove [HostVars], and write a separate record for the host variables")]
    public async Task Variables_of_hosts_are_a_partial_record_too(string declaration, string reason)
    {
        var message = (await Rule.BrokenAsync("PB0001", $"{declaration};"))[0];
        Assert.EndsWith($": {reason}", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_broken_record_the_playbook_that_asks_says_nothing_more() => Assert.Equal(
        ["'Database' cannot be a record of host variables: make it a 'partial record'"],
        await Rule.BrokenAsync("PB0001", """
            [HostVars] public record [|Database|](int Port);
            [Playbook("all")] public partial record Nightly { public Debug Show(Database database) => new($"{database.Port}"); }
            """));
}
