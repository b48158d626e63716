using System.Xml.Linq;

namespace Playbooks.TestRun.Changes;

/// <summary>A project, by what it is made of. Paths are relative to the repository.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="References">The folders of the projects that it references.</param>
/// <param name="Linked">The files of other folders that it compiles.</param>
internal sealed record Project(string Folder, IReadOnlyList<string> References, IReadOnlyList<string> Linked)
{
    /// <summary>The short name of its suite, if it is one.</summary>
    internal string? Suite => TestRun.Suite.NameOf(Path.GetFileName(Folder));

    /// <summary>Whether a file belongs to it.</summary>
    internal bool Owns(string path) => path.StartsWith($"{Folder}/", StringComparison.Ordinal) || Linked.Contains(path);

    /// <summary>The projects of a repository: they are two folders deep.</summary>
    internal static IReadOnlyList<Project> In(string root) =>
    [
        .. from area in Directory.EnumerateDirectories(root)
           from folder in Directory.EnumerateDirectories(area)
           from file in Directory.EnumerateFiles(folder, "*.csproj")
           select Read(root, folder, XDocument.Load(file)),
    ];

    private static Project Read(string root, string folder, XDocument project)
    {
        string Relative(string path) => Path.GetRelativePath(root, Path.GetFullPath(Path.Combine(folder, path)));
        IEnumerable<string> Included(string item) =>
            from element in project.Descendants(item)
            from path in ((string?)element.Attribute("Include") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            select Relative(path);

        return new Project(
            Path.GetRelativePath(root, folder),
            [.. Included("ProjectReference").Select(path => Path.GetDirectoryName(path)!)],
            [.. Included("Compile")]);
    }
}
