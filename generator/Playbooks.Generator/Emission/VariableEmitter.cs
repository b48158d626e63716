using Playbooks.Generator.Model;

namespace Playbooks.Generator.Emission;

/// <summary>Prints what variables are, and how a record is made of their values.</summary>
internal static class VariableEmitter
{
    /// <summary>A variable, for the table of them.</summary>
    internal static string Variable(VariableModel variable)
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
        var type = variable.Factory == "OfSecret" ? "" : $"<{variable.ItemType}>";
        return $"global::Playbooks.Generated.Variable.{variable.Factory}{type}({Text.Literal(variable.Member)}, {Text.Literal(variable.Option)}){rest}";
    }

    /// <summary>The statements that make a record of <c>values</c>.</summary>
    internal static void WriteCreation(CodeWriter writer, string local, string fullName, EquatableArray<VariableModel> variables)
    {
        WriteConstruction(writer, local, fullName, variables);
        foreach (var variable in variables.Where(variable => variable.Place == VariablePlace.With))
        {
            writer.Open($"if (values.Has({Text.Literal(variable.Member)}))");
            writer.Line($"{local} = {local} with {{ {variable.Identifier} = {Value(variable)} }};");
            writer.Close();
            writer.Line();
        }
    }

    private static void WriteConstruction(CodeWriter writer, string local, string fullName, EquatableArray<VariableModel> variables)
    {
        var arguments = variables.Where(variable => variable.Place == VariablePlace.Argument)
            .Select(variable => $"{variable.Identifier}: {Value(variable)}").ToList();
        var properties = variables.Where(variable => variable.Place == VariablePlace.Initializer)
            .Select(variable => $"{variable.Identifier} = {Value(variable)}").ToList();
        var end = properties.Count == 0 ? ";" : "";
        if (arguments.Count == 0)
        {
            writer.Line($"var {local} = new {fullName}(){end}");
        }
        else
        {
            writer.Line($"var {local} = new {fullName}(");
            ListEmitter.WriteItems(writer, arguments, $"){end}");
        }

        if (properties.Count > 0)
        {
            writer.Line("{");
            ListEmitter.WriteItems(writer, properties, ",");
            writer.Line("};");
        }

        writer.Line();
    }

    private static string Value(VariableModel variable) => variable.Default is { } fallback
        ? $"values.Get<{variable.Type}>({Text.Literal(variable.Member)}, {fallback})"
        : $"values.Get<{variable.Type}>({Text.Literal(variable.Member)})";
}
