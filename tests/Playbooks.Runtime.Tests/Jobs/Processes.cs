namespace Playbooks.Runtime.Tests.Jobs;

/// <summary>The processes of this machine, as <c>/proc</c> shows them.</summary>
internal static class Processes
{
    /// <summary>The command lines of all.</summary>
    internal static IReadOnlyList<string> CommandLines() => [.. Read("cmdline").Select(process => process.Text)];

    /// <summary>Those that have a job's mark in their environment.</summary>
    internal static IReadOnlyList<int> Marked(string id) =>
        [.. Read("environ").Where(process => process.Text.Split('\0').Contains($"PLAYBOOKS_JOB={id}")).Select(process => process.Id)];

    /// <summary>Those, and the ones that have its id among their arguments, as its supervisor has.</summary>
    internal static IReadOnlyList<int> Of(string id) =>
    [
        .. Marked(id).Union(Read("cmdline").Where(process => process.Text.Contains(id, StringComparison.Ordinal)).Select(process => process.Id)),
    ];

    private static IEnumerable<(int Id, string Text)> Read(string file)
    {
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(directory), out var id) && TryRead(Path.Combine(directory, file)) is { Length: > 0 } text)
            {
                yield return (id, text);
            }
        }
    }

    private static string? TryRead(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
