namespace Playbooks.Reference.Modules;

/// <summary>An option of a module of Ansible's, and what it is here: a line of <c>docs/modules/ansible.tsv</c>.</summary>
/// <param name="Module">Ansible's module; <see cref="Keyword"/> for a keyword of tasks.</param>
/// <param name="Option">The option, its aliases in brackets; <c>-</c> where Ansible has none.</param>
/// <param name="Ours">Our modules and properties: <c>Copy</c>, <c>Copy.Mode</c>. None where there is only a remark.</param>
/// <param name="Remark">What differs, or what to do instead.</param>
internal sealed record AnsibleName(string Module, string Option, IReadOnlyList<string> Ours, string Remark)
{
    /// <summary>The name of what is no module.</summary>
    internal const string Keyword = "(keyword)";

    /// <summary>Whether Ansible has nothing like it.</summary>
    internal bool IsOurs => Option == "-";

    internal static IReadOnlyList<AnsibleName> Read(string root) =>
        [.. File.ReadLines(Path.Combine(root, "docs", "modules", "ansible.tsv")).Skip(1).Select(Parse)];

    /// <summary>Whether it is about a module of ours.</summary>
    internal bool IsAbout(string module) => Ours.Any(name => name.Split('.')[0] == module);

    private static AnsibleName Parse(string line)
    {
        var cells = line.Split('\t');
        string Cell(int index) => index < cells.Length ? cells[index] : "";
        return new(Cell(0), Cell(1), Cell(2).Split(", ", StringSplitOptions.RemoveEmptyEntries), Cell(3));
    }
}
