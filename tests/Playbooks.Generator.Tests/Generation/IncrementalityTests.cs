using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Playbooks.Benchmarks;
using Playbooks.Generator.Model;
using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Generation;

/// <summary>That every edit is cheap: what every test shows with its own source is shown here for what no source can show.</summary>
public sealed class IncrementalityTests
{
    private const string Playbook = """
        [Playbook("all")]
        public partial record Nightly : Base
        {
            public Command Backup => new("true");
            public Debug Show(CommandResult backup) => new(backup.Stdout);
        }
        """;

    private const string Base = """
        public abstract partial record Base
        {
            public Command Stop => new("stop");
            public Command Start => new("start");
        }

        [Playbook("web")] public partial record Weekly : Base;
        """;

    [Fact]
    public void No_model_has_a_field_that_could_hold_a_Roslyn_object()
    {
        var models = typeof(PlaybookModel).Assembly
            .GetTypes()
            .Where(type => type.Namespace?.StartsWith(typeof(PlaybookModel).Namespace!, StringComparison.Ordinal) == true)
            .Where(type => type is { IsGenericType: false, IsAbstract: false })
            .ToList();
        Assert.NotEmpty(models);
        Assert.All(
            models.SelectMany(type => type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)),
            field => Assert.False(ModelWalk.CouldHold(field.FieldType), $"{field.DeclaringType}.{field.Name}"));
    }

    [Theory]
    [InlineData(typeof(ISymbol), true)]
    [InlineData(typeof(INamedTypeSymbol), true)]
    [InlineData(typeof(Location), true)]
    [InlineData(typeof(object), true)]
    [InlineData(typeof(string), false)]
    [InlineData(typeof(PlaybookModel), false)]
    public void The_walk_sees_Roslyn_objects(Type type, bool isSeen) => Assert.Equal(isSeen, ModelWalk.CouldHold(type));

    [Fact]
    [Language("F38")]
    public void The_order_of_the_files_does_not_matter()
    {
        var program = UserProgram.Executable(Playbook, Base, Part("one", "Min", 1), Part("two", "Max", 2), """
            [Playbook("all")] public partial record Parts { public Command Work => new("true"); }
            """);
        var reversed = program.RemoveAllSyntaxTrees().AddSyntaxTrees(program.SyntaxTrees.Reverse());
        Assert.Equal(GeneratorRun.Of(program).Files, GeneratorRun.Of(reversed).Files);
    }

    // Of the same length, so that nothing but the file tells one place from the other.
    private static string Part(string words, string variable, int number) => $$"""
        /// <summary>Part {{words}}.</summary>
        public partial record Parts { public int {{variable}} { get; init; } = {{number}}; }
        """;

    [Fact]
    public void A_task_that_is_moved_moves()
    {
        var before = GeneratorRun.Of(Playbook, Base).Files["Nightly.g.cs"];
        var after = GeneratorRun.Of(Playbook, Base.Replace("Stop", "Halt", StringComparison.Ordinal)).Files["Nightly.g.cs"];
        Assert.NotEqual(before, after);
    }

    [Fact]
    public void A_keystroke_in_one_of_many_playbooks_makes_one_file_anew()
    {
        var count = Sample.Size(normal: 40, all: ManyPlaybooks.Count);
        var program = UserProgram.Library(ManyPlaybooks.First(count));
        var edited = program.ReplaceSyntaxTree(program.SyntaxTrees[7], UserProgram.Parse(ManyPlaybooks.One(7, typed: "fast"), "Source7.cs"));
        var renamed = edited.ReplaceSyntaxTree(
            edited.SyntaxTrees[7],
            UserProgram.Parse(
                ManyPlaybooks.One(7).Replace("Look0", "LookUp", StringComparison.Ordinal).Replace("look0", "lookUp", StringComparison.Ordinal), "Source7.cs"));
        var driver = CSharpGeneratorDriver
            .Create(
                [new PlaybookGenerator().AsSourceGenerator()], driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true))
            .RunGenerators(program, TestContext.Current.CancellationToken);
        Assert.Equal(2 * count, driver.GetRunResult().GeneratedTrees.Length);

        // A task's text is no part of what is generated, its name is.
        driver = driver.RunGenerators(edited, TestContext.Current.CancellationToken);
        Assert.Empty(MadeAnew(driver));
        driver = driver.RunGenerators(renamed, TestContext.Current.CancellationToken);
        Assert.Single(MadeAnew(driver));
    }

    [Fact]
    public void Old_compilations_are_let_go()
    {
        var (driver, old) = RunTwice();
        for (var i = 0; i < 10 && old.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(old.IsAlive);
        GC.KeepAlive(driver);
    }

    private static IEnumerable<object> MadeAnew(GeneratorDriver driver) => driver.GetRunResult().Results
        .SelectMany(result => result.TrackedOutputSteps).SelectMany(step => step.Value).SelectMany(run => run.Outputs)
        .Where(output => output.Reason is not IncrementalStepRunReason.Cached)
        .Select(output => output.Value);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (GeneratorDriver Driver, WeakReference Old) RunTwice()
    {
        var first = UserProgram.Library(Playbook, Base);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(new PlaybookGenerator());
        driver = driver.RunGenerators(first, TestContext.Current.CancellationToken);
        var second = UserProgram.Library("// An edit.\n" + Playbook, Base);
        return (driver.RunGenerators(second, TestContext.Current.CancellationToken), new WeakReference(first));
    }
}
