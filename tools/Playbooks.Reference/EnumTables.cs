using Playbooks.Reference.Reading;

namespace Playbooks.Reference;

/// <summary>The values of the enums that properties have.</summary>
internal static class EnumTables
{
    internal static void Append(MarkdownText page, IEnumerable<Type> types, DocComments comments)
    {
        foreach (var type in types.Where(type => type.IsEnum && type.Assembly == typeof(TaskResult).Assembly).Distinct())
        {
            page.Table([$"`{type.Name}`", "meaning"], Enum.GetNames(type).Select(value => (string[])[$"`{value}`", comments.Summary(type, value)]));
        }
    }
}
