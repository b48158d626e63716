namespace Playbooks.Runtime.Tests.Jobs;

/// <summary>The processes of this machine, as <c>/proc</c> shows them.</summary>
internal static class Processes
{
    /// <summary>The command lines of all.</summary>
    internal static IReadOnlyList<string> CommandLines() => [.. Read("cmdline").Select(process => process.Text)];

    /// <summary>Those that belong to a job: by its mark, or because its id is among their arguments, as the supervisor's is.</summary>
    internal static IReadOnlyList<int> Of(string id) =>
    [
        .. Read("environ").Where(process => process.Text.Split('\0').Contains($"PLAYBOOKS_JOB={id}"))
            .Concat(Read("cmdline").Where(process => process.Text.Contains(id, StringComparison.Ordinal)))
            .Select(process => process.Id).Distinct(),
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
