using Playbooks.Generator.Model.Results;

namespace Playbooks.Generator.Emission;

/// <summary>Prints the file that writes and reads the results of an assembly.</summary>
internal static class ResultsEmitter
{
    internal const string HintName = "PlaybooksResults.g.cs";

    internal static string Emit(ResultModel results)
    {
        var names = results.Formats.ToDictionary(format => format.Type, format => format.Name, StringComparer.Ordinal);
        var writer = new CodeWriter();
        FileHead.Write(writer, results.DisabledWarnings);
        writer.Line();
        writer.Open("file static class PlaybooksResults");
        writer.Line("[global::System.Runtime.CompilerServices.ModuleInitializer]");
        writer.Open("internal static void Add()");
        foreach (var format in results.Formats.Where(format => format.Kind == FormatKind.Result))
        {
            writer.Line($"global::Playbooks.Generated.ResultFormats.Add<{format.Type}>(static () => {format.Name}.Instance);");
        }

        writer.Close();
        foreach (var format in results.Formats)
        {
            writer.Line();
            WriteFormat(writer, format, names);
        }

        writer.Close();
        return writer.ToString();
    }

    private static void WriteFormat(CodeWriter writer, FormatModel format, Dictionary<string, string> names)
    {
        var kind = format.Kind == FormatKind.Result ? "ResultFormat" : "RecordFormat";
        writer.Open($"private sealed class {format.Name} : global::Playbooks.Generated.{kind}<{format.Type}>");
        writer.Line($"internal static readonly {format.Name} Instance = new();");
        var written = format.Properties.Where(property => property.Value is not null).ToList();
        if (written.Count > 0)
        {
            writer.Line();
        }

        foreach (var property in written)
        {
            writer.Line(
                $"private static readonly global::Playbooks.Generated.ValueFormat<{property.Type}> {Field(property)} = {Code(property.Value!, names)};");
        }

        writer.Line();
        writer.Open($"protected override void WriteProperties(global::System.Text.Json.Utf8JsonWriter writer, {format.Type} value)");
        foreach (var property in written)
        {
            WriteProperty(writer, property);
        }

        writer.Close();
        writer.Line();
        writer.Open($"protected override {format.Type} ReadProperties(global::System.Text.Json.JsonElement json)");
        WriteReading(writer, format);
        writer.Close();
        writer.Close();
    }

    private static void WriteProperty(CodeWriter writer, PropertyModel property)
    {
        string?[] conditions =
        [
            property.If is null ? null : $"value.{property.If}",
            property.When switch
            {
                WriteWhen.NotNull => $"value.{property.Identifier} is not null",
                WriteWhen.NotDefault =>
                    $"!global::System.Collections.Generic.EqualityComparer<{property.Type}>.Default.Equals(value.{property.Identifier}, default)",
                _ => null,
            },
        ];
        var condition = string.Join(" && ", conditions.OfType<string>());
        var line = $"{Field(property)}.Write(writer, {Text.Literal(property.Json)}u8, value.{property.Identifier});";
        if (condition.Length == 0)
        {
            writer.Line(line);
            return;
        }

        writer.Open($"if ({condition})");
        writer.Line(line);
        writer.Close();
    }

    private static void WriteReading(CodeWriter writer, FormatModel format)
    {
        var with = format.Properties.Where(property => property.Place == PropertyPlace.With).ToList();
        var made = Made(format);
        if (with.Count == 0)
        {
            writer.Line($"return {made};");
            return;
        }

        writer.Line($"var made = {made};");
        writer.Line("return made with");
        writer.Line("{");
        ListEmitter.WriteItems(writer, with.ConvertAll(property => $"{property.Identifier} = {Read(property, Otherwise(format, property))}"), ",");
        writer.Line("};");
    }

    private static string Otherwise(FormatModel format, PropertyModel property) => format.Kind switch
    {
        FormatKind.Tuple => property.Default,
        FormatKind.Structure => $"made.{property.Identifier}!",
        _ => $"made.{property.Identifier}",
    };

    private static string Made(FormatModel format)
    {
        if (format.Kind == FormatKind.Tuple)
        {
            return $"default({format.Type})";
        }

        var arguments = format.Arguments.Select(argument => Read(format.Properties.First(property => property.Name == argument.Property), argument.Default));
        var required = format.Properties
            .Where(property => property.Place == PropertyPlace.Initializer)
            .Select(property => $"{property.Identifier} = {Read(property, property.Default)}")
            .ToList();
        return $"new {format.Type}({string.Join(", ", arguments)}){(required.Count == 0 ? "" : $" {{ {string.Join(", ", required)} }}")}";
    }

    private static string Read(PropertyModel property, string otherwise) =>
        property.Value is null ? otherwise : $"{Field(property)}.Read(json, {Text.Literal(property.Json)}, {otherwise})";

    private static string Field(PropertyModel property) => $"_{property.Name}";

    private static string Code(ValueModel value, Dictionary<string, string> names)
    {
        const string Formats = "global::Playbooks.Generated.ValueFormat";
        var parts = value.Parts.Select(part => Code(part, names)).ToList();
        return value.Kind switch
        {
            ValueKind.Simple => $"{Formats}.{value.Type}",
            ValueKind.Number => $"{Formats}.Number<{value.Type}>()",
            ValueKind.Name => $"{Formats}.Name<{value.Type}>()",
            ValueKind.OrNull => $"{Formats}.OrNull({parts[0]})",
            ValueKind.OrNone => $"{Formats}.OrNone({parts[0]})",
            ValueKind.Items => $"{Formats}.Items<{value.Type}, {value.PartTypes[0]}>({parts[0]}, static items => {value.Make})",
            ValueKind.Map => $"{Formats}.Map<{value.Type}, {value.PartTypes[1]}>({parts[1]}, static items => {value.Make})",
            ValueKind.Entries => $"{Formats}.Items<{value.Type}, global::System.Collections.Generic.KeyValuePair<{string.Join(", ", value.PartTypes)}>>"
                + $"({Formats}.Entry({parts[0]}, {parts[1]}), static items => {value.Make})",
            ValueKind.Result => $"{Formats}.Result<{value.Type}>()",
            _ => $"{names[value.Type]}.Instance",
        };
    }
}
