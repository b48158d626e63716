using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0043Tests
{
    private const string NoInit = "generated code cannot set it: add an 'init' accessor that is not private, or put [JsonIgnore] on it";
    private const string NoName = "rename it, or put [JsonPropertyName] on it";
    private const string NotSeen = "generated code cannot access it: make it and its containing types internal or public";
    private const string NoWay = "it has no constructor that takes only its properties: add a primary constructor, or a constructor without parameters";
    private const string NoType = "cannot be written: use a string, a number, a record, or a list or dictionary of these, or put [JsonIgnore] on it";

    [Theory]
    [InlineData("public object? [|Any|] { get; init; }", "Backup.Any", $"'object?' {NoType}")]
    [InlineData(
        "public System.Collections.Generic.IReadOnlyList<System.Action> [|All|] { get; init; } = [];", "Backup.All", $"'IReadOnlyList<Action>' {NoType}")]
    [InlineData("public Class? [|Other|] { get; init; }", "Backup.Other", $"'Class?' {NoType}")]
    [InlineData("public TaskResult? [|Inner|] { get; init; }", "Backup.Inner", $"'TaskResult?' {NoType}")]
    [InlineData("public Opaque [|Held|] { get; init; }", "Backup.Held", $"'Opaque' {NoType}")]
    [InlineData("public int[,] [|Table|] { get; init; } = new int[0, 0];", "Backup.Table", $"'int[,]' {NoType}")]
    [InlineData("public int [|Size|] { get; private set; }", "Backup.Size", NoInit)]
    [InlineData(
        "public new string [|Message|] { get; init; } = \"\";", "Backup.Message",
        $"every result already has a property with the JSON name 'message': {NoName}")]
    [InlineData(
        "public int Size { get; init; } public int [|size|] { get; init; }", "Backup.size",
        $"another property also has the JSON name 'size': {NoName}")]
    public async Task A_property_that_cannot_be_written_is_named(string property, string name, string why) => Assert.Equal(
        [$"'{name}' is neither written to JSON nor read back: {why}"],
        await Rule.BrokenAsync("PB0043", $$"""
            public sealed record Backup : TaskResult { {{property}} }
            public class Class;
            public struct Opaque { private int _value; public void Set(int value) => _value = value; public readonly int Twice => _value * 2; }
            {{Playbook}}
            """));

    [Fact]
    public async Task A_result_of_a_generic_type_is_checked_where_its_type_arguments_are_known() => Assert.Equal(
        [$"'Pair.Left' is neither written to JSON nor read back: 'object' {NoType}"],
        await Rule.BrokenAsync("PB0043", $"""
            public sealed record Pair<T>(T [|Left|]) : TaskResult;
            public abstract record One : ActionModule<Pair<object>>;
            public abstract record Two : ActionModule<Pair<object>>;
            public abstract record Three : ActionModule<Pair<int>>;
            {Playbook}
            """));

    [Theory]
    [InlineData("public static class Program { private sealed record [|Backup|] : TaskResult; }", NotSeen)]
    [InlineData("file sealed record [|Backup|] : TaskResult;", NotSeen)]
    [InlineData("public sealed record [|Backup|] : TaskResult { private Backup() { } }", NoWay)]
    [InlineData("public sealed record [|Backup|] : TaskResult { public Backup(int size) => Size = size + 1; public long Size { get; init; } }", NoWay)]
    public async Task A_type_that_cannot_be_made_again_is_named(string type, string why) =>
        Assert.Equal([$"'Backup' is neither written to JSON nor read back: {why}"], await Rule.BrokenAsync("PB0043", $"{type} {Playbook}"));

    [Theory]
    [InlineData("public sealed record Backup : TaskResult { [System.Text.Json.Serialization.JsonIgnore] public object? Any { get; init; } }")]
    [InlineData(
        "public sealed record Backup : TaskResult { public object Computed => 1; private object? Own { get; init; } public static object? All { get; set; } }")]
    [InlineData("public sealed record Backup : TaskResult { public required object? Any { get; init; } }", "Any")]
    [InlineData("public abstract record Backup(object Any) : TaskResult;")]
    [InlineData("public record Backup<T>(T Any) : TaskResult;")]
    [InlineData(
        "public sealed record Backup : TaskResult { public Backup() { } public Backup(object any) => Size = any.GetHashCode(); " +
        "public int Size { get; init; } }")]
    public async Task Deliberately_omitted_properties_and_unfinished_results_are_not_reported(string type, string? but = null)
    {
        var said = await GeneratorRun.Of($"{type} {Playbook}").AnalyzeAsync();
        Assert.Equal(but is null ? 0 : 1, said.Length);
    }

    private const string Playbook = """[Playbook("all")] public partial record Nightly { public Command Dump => new("dump"); }""";
}
