using Playbooks.Generated;
using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Generation;

/// <summary>What a compiled playbook does when it is loaded, as far as it needs no host.</summary>
public sealed class LoadedPlaybookTests
{
    private const string Source = """
        /// <summary>Backs up.</summary>
        [Playbook("databases", Become = true)]
        public partial record NightlyBackup(string ScriptDir = "/opt/scripts", int Count = 2)
        {
            public IReadOnlyList<string> Names { get; init; } = ["a", "b"];

            [Async(3600)] public Command Backup => throw new InvalidOperationException("A task was evaluated");
            public Debug? Show(CommandResult backup) => null;
            [Name("Clean up")] public IEnumerable<Command> Clean(DebugResult? show) => [];
        }

        public static class Probe
        {
            public static PlaybookDefinition Definition() => PlaybookDefinition.Of<NightlyBackup>();
            public static global::Playbooks.Generated.PlaybookInfo Info() => ((IPlaybook)new NightlyBackup()).Info;
            public static string Printed() => new NightlyBackup { Names = new[] { "x" } }.ToString();
            public static bool AreEqual() { var playbook = new NightlyBackup("x"); return playbook == playbook with { Count = 2 } && playbook != playbook with { Count = 3 }; }
        }
        """;

    [Fact]
    [Language("R1", "A1")]
    public void Its_definition_says_what_it_is()
    {
        var definition = LoadedProgram.Of(Source).Call<PlaybookDefinition>("Probe", "Definition");
        Assert.Equal("nightly-backup", definition.Info.Name);
        Assert.Equal("databases", definition.Info.Pattern);
        Assert.Equal("Backs up.", definition.Info.Summary);
        Assert.Equal(new BecomeInfo(true), definition.Info.Become);
        Assert.Equal(["Backup", "Show", "Clean"], definition.Info.Tasks.Select(task => task.Member));
        Assert.Equal(["Backup", "Show", "Clean up"], definition.Info.Tasks.Select(task => task.Name));
        Assert.Equal(["Command", "Debug", "Command"], definition.Info.Tasks.Select(task => task.Module));
        Assert.Equal([false, true, false], definition.Info.Tasks.Select(task => task.IsConditional));
        Assert.Equal([false, false, true], definition.Info.Tasks.Select(task => task.IsLoop));
        Assert.Equal(new AsyncInfo(3600, 15), definition.Info.Tasks[0].Async);
        Assert.Equal([[], ["Backup"], ["Show"]], definition.Info.Tasks.Select(task => task.Needs));
    }

    [Fact]
    public void Any_variable_is_printed_as_C_sharp_would_print_it()
    {
        var program = LoadedProgram.Of("""
            public readonly record struct Two(int Value)
            {
                public static implicit operator int(Two two) => two.Value;
                public static implicit operator string(Two two) => $"{two.Value}";
            }

            public abstract record Base { public int Hidden { private get; init; } public int Seen { protected get; init; } = 3; }

            [Playbook("all")]
            public partial record Nightly(string builder = "b", int @class = 1) : Base
            {
                public Two Two { get; init; } = new(2);
                public dynamic Any { get; init; } = 4;
                public char[]? Letters { get; init; }
                public Command Last => new($"echo {builder}");
            }

            public static class Probe { public static string Printed() => new Nightly().ToString(); }
            """);
        Assert.Equal("Nightly { builder = b, class = 1, Seen = 3, Two = Two { Value = 2 }, Any = 4, Letters =  }", program.Call<string>("Probe", "Printed"));
    }

    [Fact]
    public void Its_instance_says_the_same()
    {
        var program = LoadedProgram.Of(Source);
        Assert.Same(program.Call<PlaybookDefinition>("Probe", "Definition").Info, program.Call<PlaybookInfo>("Probe", "Info"));
    }

    [Fact]
    public void Its_variables_are_described()
    {
        var variables = LoadedProgram.Of(Source).Call<PlaybookDefinition>("Probe", "Definition").Variables;
        Assert.Equal(["script-dir", "count", "names"], variables.Select(variable => variable.Name));
        Assert.Equal(["/opt/scripts", "2", null], variables.Select(variable => variable.Default));
        Assert.Equal([false, false, true], variables.Select(variable => variable.IsList));
        Assert.DoesNotContain(variables, variable => variable.IsRequired);
    }

    [Fact]
    [Language("F36")]
    public void Printing_and_comparing_evaluate_no_task()
    {
        var program = LoadedProgram.Of(Source);
        Assert.Equal("NightlyBackup { ScriptDir = /opt/scripts, Count = 2, Names = System.String[] }", program.Call<string>("Probe", "Printed"));
        Assert.True(program.Call<bool>("Probe", "AreEqual"));
    }

    [Fact]
    public void Own_printing_is_kept()
    {
        var program = LoadedProgram.Of("""
            [Playbook("all")]
            public sealed partial record Nightly(string Dir = "/opt")
            {
                public Command Backup => throw new InvalidOperationException("A task was evaluated");
                private bool PrintMembers(System.Text.StringBuilder builder) { builder.Append("mine"); return true; }
            }

            public static class Probe { public static string Printed() => new Nightly().ToString(); }
            """);
        Assert.Equal("Nightly { mine }", program.Call<string>("Probe", "Printed"));
    }

    [Fact]
    public void A_derived_playbook_prints_its_bases_variables_and_no_task()
    {
        var program = LoadedProgram.Of("""
            public abstract record Base(string Dir)
            {
                public int Zone { get; init; } = 1;
                public Command Stop => throw new InvalidOperationException("A task was evaluated");
            }

            [Playbook("all")] public sealed partial record Nightly(string Dir = "/opt") : Base(Dir);

            public static class Probe { public static string Printed() => new Nightly().ToString(); }
            """);
        Assert.Equal("Nightly { Dir = /opt, Zone = 1 }", program.Call<string>("Probe", "Printed"));
    }
}
