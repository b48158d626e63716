using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0042Tests
{
    [Theory]
    [InlineData("public sealed record Backup : TaskResult")]
    [InlineData("public abstract record Backup : TaskResult")]
    [InlineData("public abstract record Base : TaskResult; public record Backup : Base")]
    public async Task A_result_that_writes_itself_is_reported(string head) => Assert.Equal(
        ["'Backup' overrides WriteProperties, but generated code writes and reads the properties and never calls the override: " +
        "remove the override"],
        await Rule.BrokenAsync("PB0042", $$"""
            {{head}}
            {
                public string Path { get; init; } = "";
                public override void [|WriteProperties|](System.Text.Json.Utf8JsonWriter writer) => writer.WriteString("path", Path);
            }
            [Playbook("all")] public partial record Nightly { public Command Dump => new("dump"); }
            """));

    [Fact]
    public Task Another_method_of_the_name_is_left_alone() => Rule.KeptAsync("""
        public sealed record Backup : TaskResult { public void WriteProperties(string path) => System.Console.WriteLine(path); }
        """);
}
