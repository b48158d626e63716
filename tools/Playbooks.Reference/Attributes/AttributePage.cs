using System.Reflection;
using Playbooks.Reference.Modules;
using Playbooks.Reference.Reading;

namespace Playbooks.Reference.Attributes;

/// <summary>The page of all attributes.</summary>
internal sealed class AttributePage(DocComments comments)
{
    internal string Text()
    {
        var attributes = typeof(PlaybookAttribute).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(Attribute)))
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .ToList();
        var page = new MarkdownText("Attributes").Paragraph(
            "Attributes describe how a record or a task is used. [The language](../language.md) has the rules about which of them go together; "
            + "the compiler reports all other combinations ([PB0019](../rules/PB0019.md)).");
        page.Table(["attribute", "on", "meaning"], attributes.Select(type =>
            (string[])[$"[`[{Name(type)}]`](#{Name(type).ToLowerInvariant()})", Places(type), $"{comments.Summary(type).Split(". ")[0].TrimEnd('.')}."]));
        foreach (var type in attributes)
        {
            Append(page, type);
        }

        return page.ToString();
    }

    private static string Name(Type type) => type.Name[..^"Attribute".Length];

    private static string Places(Type type)
    {
        var usage = type.GetCustomAttribute<AttributeUsageAttribute>()!;
        var places = (usage.ValidOn.HasFlag(AttributeTargets.Class), usage.ValidOn.HasFlag(AttributeTargets.Property)) switch
        {
            (true, true) => "a record or a task",
            (true, false) => "a record",
            _ => "a task",
        };
        return usage.AllowMultiple ? $"{places}, also several times" : places;
    }

    private void Append(MarkdownText page, Type type)
    {
        page.Heading(Name(type)).Paragraph(comments.Summary(type)).Paragraph($"On {Places(type)}.");
        foreach (var constructor in type.GetConstructors())
        {
            AppendConstructor(page, type, constructor);
        }

        var instance = Defaults.Instance(type);
        var properties = ModuleType.Own(type).Where(property => property.CanWrite).ToList();
        page.Table(
            ["property", "type", "default", "meaning"],
            properties.Select(property =>
            {
                var (value, meaning) = Defaults.Of(instance, property, comments.Summary(property));
                return (string[])[$"`{property.Name}`", $"`{TypeNames.Of(property)}`", value, meaning];
            }));
        EnumTables.Append(page, properties.Select(property => property.PropertyType), comments);
        foreach (var example in comments.Examples(type))
        {
            page.Code("csharp", $"using Playbooks;\n\n{example}");
        }
    }

    private void AppendConstructor(MarkdownText page, Type type, ConstructorInfo constructor)
    {
        var parameters = constructor.GetParameters();
        var written = string.Join(", ", parameters.Select(parameter => $"{TypeNames.Of(parameter)} {parameter.Name}"));
        if (type.GetConstructors().Length > 1)
        {
            page.Paragraph($"`[{Name(type)}{(written.Length == 0 ? "" : $"({written})")}]`: {MarkdownText.Lowered(comments.Summary(constructor))}");
        }
        else if (parameters.Length > 0)
        {
            page.Paragraph($"`[{Name(type)}({written})]`");
        }

        page.Table(
            ["parameter", "type", "meaning"],
            parameters.Select(parameter =>
                (string[])[$"`{parameter.Name}`", $"`{TypeNames.Of(parameter)}`", comments.Parameter(constructor, parameter.Name!)]));
    }
}
