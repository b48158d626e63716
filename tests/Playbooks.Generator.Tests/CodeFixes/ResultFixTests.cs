using Playbooks.CodeFixes;
using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.CodeFixes;

public sealed class ResultFixTests
{
    [Fact]
    public async Task A_result_leaves_its_writing_to_generated_code() => Assert.Equal(
        """
        public sealed record Backup : TaskResult
        {
            public string Path { get; init; } = "";
        }
        """,
        await Fix.AppliedAsync(new RemoveOverride(), "Remove the override", """
        public sealed record Backup : TaskResult
        {
            public string Path { get; init; } = "";

            /// <inheritdoc/>
            public override void WriteProperties(System.Text.Json.Utf8JsonWriter writer)
            {
                base.WriteProperties(writer);
                writer.WriteString("path", Path);
            }
        }
        """));
}
