namespace Playbooks.Generator.Emission;

/// <summary>Prints lists, an item a line.</summary>
internal static class ListEmitter
{
    /// <summary>A list in brackets.</summary>
    internal static void Write(CodeWriter writer, List<string> items, string end)
    {
        if (items.Count == 0)
        {
            writer.Line($"[]{end}");
            return;
        }

        writer.Line("[");
        WriteItems(writer, items, ",");
        writer.Line($"]{end}");
    }

    /// <summary>The items alone, commas between them.</summary>
    internal static void WriteItems(CodeWriter writer, List<string> items, string end)
    {
        writer.Indent();
        for (var i = 0; i < items.Count; i++)
        {
            writer.Line(items[i] + (i == items.Count - 1 ? end : ","));
        }

        writer.Outdent();
    }
}
