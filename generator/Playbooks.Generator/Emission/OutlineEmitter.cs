using Playbooks.Generator.Model;

namespace Playbooks.Generator.Emission;

/// <summary>
/// Prints what is known of a playbook or block without an instance, and what a command line needs of a playbook: what it is, its
/// variables, and how it is made of their values.
/// </summary>
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
        writer.Close();
    }

    private static void WriteBlock(CodeWriter writer, PlaybookModel block)
    {
        writer.Shape(
            $$"""
            internal static readonly global::Playbooks.Generated.BlockInfo Info = new(
                {{Text.Literal(block.CommandName)}},
            """);
        WriteTasks(writer, block, [.. HandlerProperties(block), .. HostVarsProperties(block)]);
    }

    private static List<string> Tasks(PlaybookModel playbook) => playbook.Tasks.Select(task => $"{playbook.TaskTable}.{task.Identifier}").ToList();

    private static IEnumerable<string> HandlerProperties(PlaybookModel playbook)
    {
        if (playbook.Handlers.Count > 0)
        {
            yield return $"Handlers = [{string.Join(", ", playbook.Handlers.Select(handler => $"{playbook.TaskTable}.{handler.Identifier}"))}]";
        }
    }

    private static IEnumerable<string> HostVarsProperties(PlaybookModel playbook)
    {
        if (playbook.HostVars.Count > 0)
        {
            yield return $"HostVars = [{string.Join(", ", playbook.HostVars.Select(type => $"global::Playbooks.Generated.HostVarsInfo.Of<{type}>()"))}]";
        }
    }

    private static void WriteInfo(CodeWriter writer, PlaybookModel playbook)
    {
        writer.Shape(
            $$"""
            internal static readonly global::Playbooks.Generated.PlaybookInfo Info = new(
                {{Text.Literal(playbook.CommandName)}},
                {{Text.Literal(playbook.Pattern)}},
            """);
        WriteTasks(writer, playbook, [.. HandlerProperties(playbook), .. HostVarsProperties(playbook), .. InfoProperties(playbook)]);
    }

    private static void WriteTasks(CodeWriter writer, PlaybookModel playbook, List<string> properties)
    {
        writer.Indent();
        var end = properties.Count == 0 ? ");" : ")";
        ListEmitter.Write(writer, Tasks(playbook), end);
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
        if (order.Strategy is { } strategy)
        {
            yield return $"Strategy = global::Playbooks.Strategy.{strategy}";
        }

        if (order.Serial.Count > 0)
        {
            yield return $"Serial = [{string.Join(", ", order.Serial.Select(BatchSize))}]";
        }

        if (order.MaxFailPercentage != PlaybookDefaults.MaxFailPercentage)
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
        var factory = playbook.IsSite ? "OfSite" : $"Of<{playbook.FullName}.Results>";
        writer.Shape(
            $$"""
            internal static readonly global::Playbooks.PlaybookDefinition Definition = new(
                Info,
                {0}
                Create);

            private static global::Playbooks.Generated.RunnablePlaybook Create(global::Playbooks.Generated.VariableValues values)
            {
                {1}
                return global::Playbooks.Generated.RunnablePlaybook.{{factory}}(playbook);
            }
            """,
            () => ListEmitter.Write(writer, playbook.Variables.Select(VariableEmitter.Variable).ToList(), ","),
            () => VariableEmitter.WriteCreation(writer, "playbook", playbook.FullName, playbook.Variables));
    }
}
