using System.Reflection;
using Playbooks.Reference.Reading;

namespace Playbooks.Reference.Modules;

/// <summary>The page of a module.</summary>
internal sealed class ModulePage(ModuleType module, DocComments comments, IReadOnlyList<AnsibleName> names)
{
    private const string CheckMode = "Check mode: ";
    private const string Differences = "Differences: ";
    private const string Needs = "Needs: ";

    private readonly IReadOnlyList<string> _remarks = comments.Remarks(module.Type);

    /// <summary>The first sentence of its summary.</summary>
    internal string Purpose => comments.Summary(module.Type).Split(". ")[0].TrimEnd('.');

    /// <summary>The modules of Ansible's that have something of it.</summary>
    internal IReadOnlyList<string> Counterparts =>
        [.. names.Where(name => name.IsAbout(module.Name) && !name.IsOurs).Select(name => name.Module).Distinct()];

    internal string Text()
    {
        var page = new MarkdownText(module.Name).Paragraph(comments.Summary(module.Type));
        foreach (var remark in _remarks.Where(remark => !IsFact(remark)))
        {
            page.Paragraph(remark);
        }

        page.Heading("Example");
        foreach (var example in comments.Examples(module.Type))
        {
            page.Code("csharp", InPlaybook(example));
        }

        page.Heading("How to create it");
        foreach (var creator in module.Creators)
        {
            AppendCreator(page, creator);
        }

        AppendProperties(page);
        AppendResult(page);
        page.Heading("How it runs").Table(
            ["", ""],
            [
                ["can be a [job](../jobs.md)", module.CanBeJob ? "yes" : "no"],
                ["[check mode](../guide/check-mode.md)", Fact(CheckMode)],
                ["[differences](../guide/check-mode.md#differences)", _remarks.Any(remark => Is(remark, Differences)) ? Fact(Differences) : "none"],
                ["needs on the host", Fact(Needs)],
            ]);
        AppendAnsible(page);
        return page.ToString();
    }

    private static bool Is(string remark, string kind) => remark.StartsWith(kind, StringComparison.Ordinal);

    private static bool IsFact(string remark) => Is(remark, CheckMode) || Is(remark, Differences) || Is(remark, Needs);

    /// <summary>A remark of a kind that a table shows.</summary>
    private string Fact(string kind) => _remarks.FirstOrDefault(remark => Is(remark, kind)) is { } remark
        ? remark[kind.Length..].TrimEnd('.')
        : throw new InvalidDataException($"The remarks of {module.Name} have no paragraph that begins with '{kind}'.");

    /// <summary>An example as a whole program.</summary>
    private static string InPlaybook(string members) =>
        $$"""
        using Playbooks;

        [Playbook("web")]
        public partial record Example
        {
        {{string.Join('\n', members.Split('\n').Select(line => line.Length == 0 ? "" : $"    {line}"))}}
        }
        """;

    private void AppendCreator(MarkdownText page, MethodBase creator)
    {
        var parameters = creator.GetParameters();
        var written = string.Join(", ", parameters.Select(parameter => $"{TypeNames.Of(parameter)} {parameter.Name}"));
        var isRecord = parameters.Length == 0 || parameters.Any(parameter => module.Type.GetProperty(parameter.Name!) is not null);
        var call = creator.IsConstructor ? $"new {TypeNames.Of(module.Type)}" : $"{creator.DeclaringType!.Name}.{creator.Name}";
        page.Paragraph($"`{call}({written})`{(isRecord ? "" : $": {MarkdownText.Lowered(comments.Summary(creator))}")}");
        if (!isRecord)
        {
            page.Table(
                ["parameter", "default", "meaning"],
                parameters.Select(parameter =>
                {
                    var (value, meaning) = Defaults.Of(parameter, comments.Parameter(creator, parameter.Name!));
                    return (string[])[$"`{parameter.Name}`", value, meaning];
                }));
        }
    }

    private void AppendProperties(MarkdownText page)
    {
        var required = module.Type.GetConstructors().SelectMany(constructor => constructor.GetParameters()).ToLookup(parameter => parameter.Name!);
        var instance = new Lazy<object>(() => Defaults.Instance(module.Type));
        page.Heading("Properties").Table(
            ["property", "type", "default", "meaning", "Ansible"],
            module.Properties.Select(property =>
            {
                var comment = comments.Summary(property);
                var (value, meaning) = required[property.Name].FirstOrDefault() is { } parameter ? Defaults.Of(parameter, comment)
                    : property.CanWrite ? Defaults.Of(instance.Value, property, comment)
                    : ("set by the constructor", comment);
                return (string[])[$"`{property.Name}`", $"`{TypeNames.Of(property)}`", value, meaning, NameIn(property.Name)];
            }));
        EnumTables.Append(page, module.Properties.Select(property => property.PropertyType), comments);
        page.Paragraph("Every module also has [these properties](README.md#properties-of-every-module).");
    }

    private string NameIn(string property)
    {
        var found = names
            .Where(name => name.Ours.Contains($"{module.Name}.{property}") && !name.IsOurs)
            .Select(name => $"`{name.Option.Split(' ')[0]}`")
            .Distinct();
        return string.Join(", ", found) is { Length: > 0 } options ? options : "none";
    }

    private void AppendResult(MarkdownText page)
    {
        page.Heading("Result");
        if (module.Result.IsGenericParameter)
        {
            page.Paragraph("The result of the job: a `CommandResult` for the job of a `Command`, for example.");
            return;
        }

        page.Paragraph($"`{TypeNames.Of(module.Result)}`: {MarkdownText.Lowered(comments.Summary(module.Result))}").Table(
            ["property", "type", "meaning"],
            ModuleType.Own(module.Result).Select(property =>
                (string[])[$"`{property.Name}`", $"`{TypeNames.Of(property)}`", comments.Summary(property)]));
        EnumTables.Append(page, ModuleType.Own(module.Result).Select(property => property.PropertyType), comments);
        page.Paragraph("Every result also has [these properties](README.md#properties-of-every-result).");
    }

    private void AppendAnsible(MarkdownText page)
    {
        foreach (var counterpart in Counterparts)
        {
            page.Heading($"Ansible's `{counterpart}`").Table(
                ["option", "here", "remark"],
                names.Where(name => name.Module == counterpart && (!name.IsOurs || name.IsAbout(module.Name))).Select(name => (string[])
                [
                    name.IsOurs ? "none" : $"`{name.Option}`",
                    string.Join(", ", name.Ours.Select(ours => $"`{Within(ours)}`")),
                    name.Remark,
                ]));
        }

        if (Counterparts.Count == 0)
        {
            page.Heading("Ansible").Paragraph("Ansible has no such module.");
        }
    }

    /// <summary>A name of ours, on the page of its module.</summary>
    private string Within(string ours) => ours.StartsWith($"{module.Name}.", StringComparison.Ordinal) ? ours[(module.Name.Length + 1)..] : ours;
}
