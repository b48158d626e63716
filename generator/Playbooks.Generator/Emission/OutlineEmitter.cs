using Playbooks.Generator.Model;

namespace Playbooks.Generator.Emission;

/// <summary>Prints what is known of a playbook or block without an instance, and what a command line needs of a playbook: what it is, its variables, and how it is made of their values.</summary>
internal static class OutlineEmitter
{
    internal static void Write(CodeWriter writer, PlaybookModel playbook)
    {
        writer.Open($"file static class {playbook.Outline}");
        if (playbook.IsBlock)
        {
            WriteBlock(writer, playbook);
            writer.Close();
            return;
        }

        WriteInfo(writer, playbook);
        writer.Line();
        WriteDefinition(writer, playbook);
        writer.Line();
        WriteFactory(writer, playbook);
        writer.Close();
    }

    private static void WriteBlock(CodeWriter writer, PlaybookModel block)
    {
        writer.Line("internal static readonly global::Playbooks.BlockInfo Info = new(");
        writer.Line($"    {Text.Literal(block.CommandName)},");
        WriteTasks(writer, block, [.. HandlerProperties(block)]);
    }

    private static List<string> Tasks(PlaybookModel playbook) => playbook.Tasks.Select(task => $"{playbook.TaskTable}.{task.Identifier}").ToList();

    private static IEnumerable<string> HandlerProperties(PlaybookModel playbook)
    {
        if (playbook.Handlers.Count > 0)
        {
            yield return $"Handlers = [{string.Join(", ", playbook.Handlers.Select(handler => $"{playbook.TaskTable}.{handler.Identifier}"))}]";
        }
    }

    private static void WriteInfo(CodeWriter writer, PlaybookModel playbook)
    {
        writer.Line("internal static readonly global::Playbooks.PlaybookInfo Info = new(");
        writer.Line($"    {Text.Literal(playbook.CommandName)},");
        writer.Line($"    {Text.Literal(playbook.Pattern)},");
        WriteTasks(writer, playbook, [.. HandlerProperties(playbook), .. InfoProperties(playbook)]);
    }

    private static void WriteTasks(CodeWriter writer, PlaybookModel playbook, List<string> properties)
    {
        writer.Indent();
        var end = properties.Count == 0 ? ");" : ")";
        WriteList(writer, Tasks(playbook), end);
        writer.Outdent();
        if (properties.Count == 0)
        {
            return;
        }

        writer.Line("{");
        foreach (var property in properties)
        {
            writer.Line($"    {property},");
        }

        writer.Line("};");
    }

    private static IEnumerable<string> InfoProperties(PlaybookModel playbook)
    {
        if (playbook.Summary is { } summary)
        {
            yield return $"Summary = {Text.Literal(summary)}";
        }

        if (playbook.Become is { } become)
        {
            yield return $"Become = {TableEmitter.Become(become)}";
        }

        foreach (var property in OrderProperties(playbook.Order))
        {
            yield return property;
        }
    }

    private static IEnumerable<string> OrderProperties(OrderModel order)
    {
        if (order.IsFree)
        {
            yield return "Strategy = global::Playbooks.Strategy.Free";
        }

        if (order.Serial.Count > 0)
        {
            yield return $"Serial = [{string.Join(", ", order.Serial.Select(BatchSize))}]";
        }

        if (order.MaxFailPercentage != 100)
        {
            yield return FormattableString.Invariant($"MaxFailPercentage = {order.MaxFailPercentage}");
        }

        if (order.AnyErrorsFatal)
        {
            yield return "AnyErrorsFatal = true";
        }
    }

    private static string BatchSize(BatchSizeModel size) =>
        FormattableString.Invariant($"new({size.Value}{(size.IsPercentage ? ", IsPercentage: true" : "")})");

    private static void WriteDefinition(CodeWriter writer, PlaybookModel playbook)
    {
        writer.Line("internal static readonly global::Playbooks.PlaybookDefinition Definition = new(");
        writer.Indent();
        writer.Line("Info,");
        WriteList(writer, playbook.Variables.Select(Variable).ToList(), ",");
        writer.Line("Create);");
        writer.Outdent();
    }

    private static void WriteList(CodeWriter writer, List<string> items, string end)
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

    private static string Variable(VariableModel variable)
    {
        var properties = new List<string>();
        if (variable.IsRequired)
        {
            properties.Add("IsRequired = true");
        }

        if (variable.ShownDefault is { } shown)
        {
            properties.Add($"Default = {Text.Literal(shown)}");
        }

        if (variable.Summary is { } summary)
        {
            properties.Add($"Summary = {Text.Literal(summary)}");
        }

        var rest = properties.Count == 0 ? "" : $" with {{ {string.Join(", ", properties)} }}";
        return $"global::Playbooks.Variable.{variable.Factory}<{variable.ItemType}>({Text.Literal(variable.Member)}, {Text.Literal(variable.Option)}){rest}";
    }

    private static void WriteFactory(CodeWriter writer, PlaybookModel playbook)
    {
        writer.Open("private static global::Playbooks.RunnablePlaybook Create(global::Playbooks.VariableValues values)");
        WriteConstruction(writer, playbook);
        foreach (var variable in playbook.Variables.Where(variable => variable.Place == VariablePlace.With))
        {
            writer.Open($"if (values.Has({Text.Literal(variable.Member)}))");
            writer.Line($"playbook = playbook with {{ {variable.Identifier} = {Value(variable)} }};");
            writer.Close();
            writer.Line();
        }

        writer.Line($"return global::Playbooks.RunnablePlaybook.{(playbook.IsSite ? "OfSite" : $"Of<{playbook.FullName}.Results>")}(playbook);");
        writer.Close();
    }

    private static void WriteConstruction(CodeWriter writer, PlaybookModel playbook)
    {
        var arguments = playbook.Variables.Where(variable => variable.Place == VariablePlace.Argument)
            .Select(variable => $"{variable.Identifier}: {Value(variable)}").ToList();
        var properties = playbook.Variables.Where(variable => variable.Place == VariablePlace.Initializer)
            .Select(variable => $"{variable.Identifier} = {Value(variable)}").ToList();
        var end = properties.Count == 0 ? ";" : "";
        if (arguments.Count == 0)
        {
            writer.Line($"var playbook = new {playbook.FullName}(){end}");
        }
        else
        {
            writer.Line($"var playbook = new {playbook.FullName}(");
            WriteItems(writer, arguments, $"){end}");
        }

        if (properties.Count > 0)
        {
            writer.Line("{");
            WriteItems(writer, properties, ",");
            writer.Line("};");
        }

        writer.Line();
    }

    private static void WriteItems(CodeWriter writer, List<string> items, string end)
    {
        writer.Indent();
        for (var i = 0; i < items.Count; i++)
        {
            writer.Line(items[i] + (i == items.Count - 1 ? end : ","));
        }

        writer.Outdent();
    }

    private static string Value(VariableModel variable) => variable.Default is { } fallback
        ? $"values.Get<{variable.Type}>({Text.Literal(variable.Member)}, {fallback})"
        : $"values.Get<{variable.Type}>({Text.Literal(variable.Member)})";
}
