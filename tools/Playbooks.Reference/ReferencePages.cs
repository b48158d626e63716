using System.Runtime.CompilerServices;
using Playbooks.Reference.Modules;

namespace Playbooks.Reference;

/// <summary>All pages that are generated from types, their doc comments, and the table of Ansible's names.</summary>
internal static class ReferencePages
{
    /// <summary>The command that writes the pages anew.</summary>
    internal const string Command = "dotnet run --project tools/Playbooks.Reference";

    /// <summary>What each page has in its first line, for those who open the file.</summary>
    internal const string Note = $"<!-- Generated from the code: {Command} -->";

    /// <summary>The folder of the repository.</summary>
    internal static string Root { get; } = Path.GetFullPath(Path.Combine(Folder(), "..", ".."));

    internal static IEnumerable<Page> Of(string root) => ModulePages.Of(root);

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
