using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Snapshots;

public sealed class ResultTests
{
    [Fact]
    public void A_result_and_the_records_in_it() => Snapshot.Verify(GeneratorRun.Of("""
        using System.Text.Json.Serialization;

        namespace Company.Backups;

        public sealed record BackupResult(string Path) : TaskResult
        {
            public required IReadOnlyList<Part> Parts { get; init; }
            public TimeSpan Took { get; init; }
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public Secret? Key { get; init; }
            public bool IsEmpty => Parts.Count == 0;
        }

        public sealed record Part(string Name, long? Size = null);
        """));
}
