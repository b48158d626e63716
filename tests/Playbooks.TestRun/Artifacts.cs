namespace Playbooks.TestRun;

/// <summary>What a run keeps.</summary>
internal sealed class Artifacts(string folder, string logs)
{
    private string FailedFile => Path.Combine(folder, "failed.txt");

    internal string Stacks => Path.Combine(folder, "stacks");

    /// <summary>What failed in the last run.</summary>
    internal IReadOnlyList<FailedTest> ReadFailed() =>
        File.Exists(FailedFile)
            ? [.. from line in File.ReadLines(FailedFile) let parts = line.Split(' ', 2) select new FailedTest(parts[0], parts[1])]
            : [];

    internal void WriteFailed(IEnumerable<FailedTest> failed) =>
        File.WriteAllLines(FailedFile, failed.Distinct().Select(test => $"{test.Suite} {test.Name}"));

    internal bool HasLogs => Directory.EnumerateFileSystemEntries(logs).Any();

    /// <summary>Forgets the last run.</summary>
    internal void Empty()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(logs);
        Directory.CreateDirectory(Stacks);
    }
}
