using Playbooks.Generated;
using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Generation;

/// <summary>How a playbook is made of what the command line gave; the playbook tells what it was given.</summary>
public sealed class VariableTests
{
    private const string Source = """
        [Playbook("all")]
        public sealed partial record Nightly(
            string Dir, bool Quiet, int Count = 2, bool Force = true, string? Note = null, IReadOnlyList<int>? Ports = null, DayOfWeek Day = DayOfWeek.Friday)
        {
            public string Given { get; } = Probe.See(FormattableString.Invariant(
                $"{Dir} {Quiet} {Count} {Force} '{Note}' [{string.Join('+', Ports ?? [])}] {Day}"));

            public required TimeSpan Pause { get; init { field = value; Probe.See($"Pause {value}"); } }

            public int Zone { get; init { field = value; Probe.See($"Zone {value}"); } } = 3;
        }

        public static class Probe
        {
            private static readonly List<string> Lines = [];
            public static string See(string line) { Lines.Add(line); return line; }
            public static string Seen() => string.Join("; ", Lines);
            public static PlaybookDefinition Definition() => PlaybookDefinition.Of<Nightly>();
        }
        """;

    [Fact]
    public void A_variable_that_was_not_given_keeps_its_default() => Assert.Equal(
        "/srv False 2 True '' [] Friday; Pause 00:00:05",
        Made(("Dir", "/srv"), ("Pause", TimeSpan.FromSeconds(5))));

    [Fact]
    [Language("F1")]
    public void Given_values_are_used() => Assert.Equal(
        "/srv True 7 False 'hello' [80+443] Sunday; Pause 00:00:05; Zone 9",
        Made(
            ("Dir", "/srv"),
            ("Quiet", true),
            ("Count", 7),
            ("Force", false),
            ("Note", "hello"),
            ("Ports", new[] { 80, 443 }),
            ("Day", DayOfWeek.Sunday),
            ("Pause", TimeSpan.FromSeconds(5)),
            ("Zone", 9)));

    [Fact]
    public void Required_variables_are_marked_as_required()
    {
        var definition = LoadedProgram.Of(Source).Call<PlaybookDefinition>("Probe", "Definition");
        Assert.Equal(["dir", "pause"], definition.Variables.Where(variable => variable.IsRequired).Select(variable => variable.Name));
        Assert.Throws<UsageException>(() => definition.Create(new VariableValues(new Dictionary<string, object>())));
    }

    [Fact]
    public void A_property_that_a_derived_record_hides_is_not_a_variable()
    {
        var run = GeneratorRun.Of("""
            public abstract record Base { public int Zone { get; init; } = 1; public virtual int Kept { get; init; } = 2; }
            [Playbook("all")] public partial record Nightly : Base { public new int Zone => 3; public override int Kept => 4; public Command Work => new($"echo {Zone}"); }
            [HostVars] public partial record Database : Base { public new int Zone => 3; }
            """);
        Assert.DoesNotContain("Zone", run.Files["Database.g.cs"], StringComparison.Ordinal);
        Assert.Contains("Kept", run.Files["Database.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("Variable.Of<int>(\"Zone\"", run.Files["Nightly.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Access.Read", "Read")]
    [InlineData("Access.Read | Access.Write", "Read,Write")]
    [InlineData("Access.Read | Access.Write | Access.List", "All")]
    [InlineData("(Access)9", "9")]
    [InlineData("0", "None")]
    public void The_default_of_a_flags_enum_is_shown_by_its_names(string value, string shown) => Assert.Contains(
        $"OfEnum<global::Access>(\"Rights\", \"rights\") with {{ Default = \"{shown}\" }}",
        GeneratorRun.Of($$"""
            [Flags] public enum Access { None = 0, Read = 1, Write = 2, List = 4, All = 7 }
            [Playbook("all")] public partial record Nightly(Access Rights = {{value}}) { public Command Work => new($"echo {Rights}"); }
            """).Files["Nightly.g.cs"],
        StringComparison.Ordinal);

    private static string Made(params (string Name, object Value)[] given)
    {
        var program = LoadedProgram.Of(Source);
        var values = new VariableValues(given.ToDictionary(item => item.Name, item => item.Value));
        program.Call<PlaybookDefinition>("Probe", "Definition").Create(values);
        return program.Call<string>("Probe", "Seen");
    }
}
