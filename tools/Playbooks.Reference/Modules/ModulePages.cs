using Playbooks.Reference.Reading;

namespace Playbooks.Reference.Modules;

/// <summary>The pages of <c>docs/modules</c>: one for each module, and the index.</summary>
internal static class ModulePages
{
    /// <summary>What the folders of the modules are called on the index.</summary>
    private static readonly (string Folder, string Purpose)[] _purposes =
    [
        ("Commands", "Run programs"),
        ("Files", "Files"),
        ("Packages", "Packages"),
        ("Web", "Web servers"),
        ("Waiting", "Wait"),
        ("Jobs", "Background jobs"),
        ("Hosts", "Hosts and connections"),
        ("Control", "Control the run"),
    ];

    internal static IEnumerable<Page> Of(string root, DocComments comments)
    {
        var names = AnsibleName.Read(root);
        var folder = Path.Combine(root, "docs", "modules");
        foreach (var module in ModuleType.All)
        {
            yield return new Page(Path.Combine(folder, $"{module.Name}.md"), new ModulePage(module, comments, names).Text());
        }

        yield return new Page(Path.Combine(folder, "README.md"), Index(root, comments, names));
    }

    private static string Index(string root, DocComments comments, IReadOnlyList<AnsibleName> names)
    {
        var page = new MarkdownText("Modules").Paragraph(
            "A module is the record that a task returns; it determines what the task does. Each page has an example, all properties with their defaults, the "
            + "result, and Ansible's name for each option. [Modules of your own](../guide/own-modules.md) work in the same way.");
        var folders = ModuleType.All.ToLookup(module => Folder(root, module));
        foreach (var (folder, purpose) in _purposes)
        {
            page.Heading(purpose).Table(
                ["module", "purpose", "Ansible", "can be a job"],
                folders[folder].Select(module =>
                {
                    var described = new ModulePage(module, comments, names);
                    return (string[])
                    [
                        $"[`{module.Name}`]({module.Name}.md)",
                        described.Purpose,
                        string.Join(", ", described.Counterparts.Select(name => $"`{name}`")) is { Length: > 0 } counterparts ? counterparts : "none",
                        module.CanBeJob ? "yes" : "no",
                    ];
                }));
        }

        var missing = folders.Select(group => group.Key).Except(_purposes.Select(purpose => purpose.Folder)).ToList();
        return missing.Count == 0
            ? Common(page, comments, names).ToString()
            : throw new InvalidDataException($"The index of the modules has no heading for the folder {missing[0]}.");
    }

    private static MarkdownText Common(MarkdownText page, DocComments comments, IReadOnlyList<AnsibleName> names)
    {
        var instance = new Debug("");
        page.Heading("Properties of every module").Table(
            ["property", "type", "default", "meaning", "Ansible"],
            ModuleType.Common.Select(property =>
            {
                var (value, meaning) = Defaults.Of(instance, typeof(Debug).GetProperty(property.Name)!, comments.Summary(property));
                var name = names.Single(name => name.Ours.Contains($"Module.{property.Name}"));
                return (string[])[$"`{property.Name}`", $"`{TypeNames.Of(property)}`", value, meaning, $"`{name.Option}`. {name.Remark}".TrimEnd('.', ' ')];
            }));
        return page
            .Heading("Properties of every result")
            .Table(
                ["property", "type", "meaning"],
                ModuleType.Own(typeof(TaskResult)).Select(property =>
                    (string[])[$"`{property.Name}`", $"`{TypeNames.Of(property)}`", comments.Summary(property)]))
            .Paragraph("In JSON, the names of properties are in camelCase, and durations are seconds.");
    }

    /// <summary>The purpose of a module is the folder of its source file.</summary>
    private static string Folder(string root, ModuleType module)
    {
        var name = module.Type.IsGenericType ? $"{module.Name}OfJob.cs" : $"{module.Name}.cs";
        var modules = Path.Combine(root, "runtime", "Playbooks.Runtime", "Modules");
        var file = Directory.EnumerateFiles(modules, name, SearchOption.AllDirectories).Single();
        return Path.GetFileName(Path.GetDirectoryName(file)!);
    }
}
