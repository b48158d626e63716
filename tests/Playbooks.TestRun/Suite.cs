namespace Playbooks.TestRun;

/// <summary>A test project, built.</summary>
/// <param name="Name">Its short name: <c>ssh</c> for <c>Playbooks.Ssh.Tests</c>.</param>
/// <param name="Program">The program that runs its tests.</param>
internal sealed record Suite(string Name, string Program)
{
    private const string Prefix = "Playbooks.";
    private const string Suffix = ".Tests";

    /// <summary>The suites whose projects are in a folder.</summary>
    internal static IReadOnlyList<Suite> In(string folder) =>
    [
        .. from project in Directory.EnumerateDirectories(folder, $"{Prefix}*{Suffix}").Order(StringComparer.Ordinal)
           let name = Path.GetFileName(project)
           select new Suite(NameOf(name)!, Path.Combine(project, "bin", "Debug", "net10.0", name)),
    ];

    /// <summary>The short name of a project's suite; <see langword="null"/> where the project is none.</summary>
    internal static string? NameOf(string project) =>
        project.StartsWith(Prefix, StringComparison.Ordinal) && project.EndsWith(Suffix, StringComparison.Ordinal)
            ? project[Prefix.Length..^Suffix.Length].ToLowerInvariant()
            : null;
}
