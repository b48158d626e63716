using Playbooks.Generator.Model;
using Playbooks.Generator.Model.Variables;

namespace Playbooks.Generator.Emission;

/// <summary>Prints the description of variables, and how to create a record from their values.</summary>
internal static class VariableEmitter
{
    /// <summary>Returns the table of the variables.</summary>
    internal static string List(EquatableArray<VariableModel> variables) => Text.List(variables.Select(Variable));

    /// <summary>Returns the statements that create a record from <c>values</c>.</summary>
    internal static string Creation(string local, string fullName, EquatableArray<VariableModel> variables) => Code.Paragraphs(
    [
        Construction(local, fullName, variables),
        .. variables.Where(variable => variable.Place == VariablePlace.With).Select(variable => Code.Of($$"""
            if (values.Has({{Text.Literal(variable.Member)}}))
            {
                {{local}} = {{local}} with { {{CSharpName.Of(variable.Member)}} = {{Value(variable)}} };
            }
            """)),
    ]);

    private static string Variable(VariableModel variable)
    {
        string?[] properties =
        [
            variable.IsRequired ? "IsRequired = true" : null,
            variable.ShownDefault is { } shown ? $"Default = {Text.Literal(shown)}" : null,
            variable.Summary is { } summary ? $"Summary = {Text.Literal(summary)}" : null,
        ];
        var given = string.Join(", ", properties.OfType<string>());
        var names = $"{Text.Literal(variable.Member)}, {Text.Literal(variable.Option)}";
        return $"global::Playbooks.Generated.Variable.{Factory(variable)}({names}){(given.Length == 0 ? "" : $" with {{ {given} }}")}";
    }

    private static string Factory(VariableModel variable) => (variable.IsList ? "List" : "") + variable.Kind switch
    {
        VariableKind.Secret => "OfSecret",
        VariableKind.Enum => $"OfEnum<{variable.ItemType}>",
        _ => $"Of<{variable.ItemType}>",
    };

    private static string Construction(string local, string fullName, EquatableArray<VariableModel> variables)
    {
        var arguments = variables.Where(variable => variable.Place == VariablePlace.Argument)
            .Select(variable => $"{CSharpName.Of(variable.Member)}: {Value(variable)}").ToList();
        var properties = variables.Where(variable => variable.Place == VariablePlace.Initializer)
            .Select(variable => $"{CSharpName.Of(variable.Member)} = {Value(variable)}").ToList();
        var argumentList = arguments.Count == 0 ? "" : Code.Of($"""

                {Code.Listed(arguments)}
            """);
        var initializer = properties.Count == 0 ? "" : Code.Of($$"""

            {
                {{Code.Listed(properties)}},
            }
            """);
        return $"var {local} = new {fullName}({argumentList}){initializer};";
    }

    private static string Value(VariableModel variable) => variable.Default is { } fallback
        ? $"values.Get<{variable.Type}>({Text.Literal(variable.Member)}, {Constants.Of(fallback)})"
        : $"values.Get<{variable.Type}>({Text.Literal(variable.Member)})";
}
