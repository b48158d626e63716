using System.Runtime.CompilerServices;
using Playbooks.Reference.Attributes;
using Playbooks.Reference.Events;
using Playbooks.Reference.Modules;
using Playbooks.Reference.Reading;

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

    internal static IEnumerable<Page> Of(string root)
    {
        var comments = new DocComments();
        var events = new EventPages(comments);
        var reference = Path.Combine(root, "docs", "reference");
        return
        [
            .. ModulePages.Of(root, comments),
            new(Path.Combine(reference, "attributes.md"), new AttributePage(comments).Text()),
            new(Path.Combine(reference, "events.md"), events.Page()),
            new(Path.Combine(reference, "events.schema.json"), events.Schema()),
        ];
    }

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
