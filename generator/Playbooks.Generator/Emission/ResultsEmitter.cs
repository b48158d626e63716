using Playbooks.Generator.Model;
using Playbooks.Generator.Model.Results;

namespace Playbooks.Generator.Emission;

/// <summary>Prints the file that writes and reads the results of an assembly.</summary>
internal static class ResultsEmitter
{
    internal const string HintName = "PlaybooksResults.g.cs";

    internal static string Emit(ResultModel results)
    {
        var names = results.Formats.ToDictionary(format => format.Type, format => format.Name, StringComparer.Ordinal);
        var added = results.Formats.Where(format => format.Kind == FormatKind.Result)
            .Select(format => $"global::Playbooks.Generated.ResultFormats.Add<{format.Type}>(static () => {format.Name}.Instance);");
        return Code.Of($$"""
            {{FileHead.Of(results.DisabledWarnings)}}

            file static class PlaybooksResults
            {
                [global::System.Runtime.CompilerServices.ModuleInitializer]
                internal static void Add()
                {
                    {{Code.Lines(added)}}
                }

                {{Code.Paragraphs(results.Formats.Select(format => Format(format, names)))}}
            }

            """);
    }

    private static string Format(FormatModel format, Dictionary<string, string> names)
    {
        var written = format.Properties.Where(property => property.Value is not null).ToList();
        var fields = written.Select(property =>
            $"private static readonly {ValueEmitter.Formats}<{property.Type}> {Field(property)} = {ValueEmitter.Format(property.Value!, names)};");
        var kind = format.Kind == FormatKind.Result ? "ResultFormat" : "RecordFormat";
        return Code.Of($$"""
            private sealed class {{format.Name}} : global::Playbooks.Generated.{{kind}}<{{format.Type}}>
            {
                {{Code.Paragraphs($"internal static readonly {format.Name} Instance = new();", Code.Lines(fields))}}

                protected override void WriteProperties(global::System.Text.Json.Utf8JsonWriter writer, {{format.Type}} value)
                {
                    {{Code.Lines(written.Select(Writing))}}
                }

                protected override {{format.Type}} ReadProperties(global::System.Text.Json.JsonElement json)
                {
                    {{Reading(format)}}
                }
            }
            """);
    }

    private static string Writing(PropertyModel property)
    {
        var value = $"value.{CSharpName.Of(property.Name)}";
        var statement = $"{Field(property)}.Write(writer, {Text.Literal(property.Json)}u8, {value});";
        string?[] conditions =
        [
            property.If is { } other ? $"value.{CSharpName.Of(other)}" : null,
            property.When switch
            {
                WriteWhen.NotNull => $"{value} is not null",
                WriteWhen.NotDefault => $"!global::System.Collections.Generic.EqualityComparer<{property.Type}>.Default.Equals({value}, default)",
                _ => null,
            },
        ];
        return conditions is [null, null] ? statement : Code.Of($$"""
            if ({{string.Join(" && ", conditions.OfType<string>())}})
            {
                {{statement}}
            }
            """);
    }

    private static string Reading(FormatModel format)
    {
        var with = format.Properties.Where(property => property.Place == PropertyPlace.With)
            .Select(property => $"{CSharpName.Of(property.Name)} = {Read(property, Otherwise(format, property))}").ToList();
        return with.Count == 0 ? $"return {Made(format)};" : Code.Of($$"""
            var made = {{Made(format)}};
            return made with
            {
                {{Code.Listed(with)}},
            };
            """);
    }

    private static string Otherwise(FormatModel format, PropertyModel property) => format.Kind switch
    {
        FormatKind.Tuple => ValueEmitter.Fallback(property.Fallback),
        FormatKind.Structure => $"made.{CSharpName.Of(property.Name)}!",
        _ => $"made.{CSharpName.Of(property.Name)}",
    };

    private static string Made(FormatModel format)
    {
        if (format.Kind == FormatKind.Tuple)
        {
            return $"default({format.Type})";
        }

        var arguments = format.Arguments.Select(argument =>
            Read(format.Properties.First(property => property.Name == argument.Property), ValueEmitter.Fallback(argument.Fallback)));
        var required = format.Properties
            .Where(property => property.Place == PropertyPlace.Initializer)
            .Select(property => $"{CSharpName.Of(property.Name)} = {Read(property, ValueEmitter.Fallback(property.Fallback))}")
            .ToList();
        return $"new {format.Type}({string.Join(", ", arguments)}){(required.Count == 0 ? "" : $" {{ {string.Join(", ", required)} }}")}";
    }

    private static string Read(PropertyModel property, string otherwise) =>
        property.Value is null ? otherwise : $"{Field(property)}.Read(json, {Text.Literal(property.Json)}, {otherwise})";

    private static string Field(PropertyModel property) => $"_{property.Name}";
}
