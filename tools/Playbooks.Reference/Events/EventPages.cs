using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Playbooks.Reference.Modules;
using Playbooks.Reference.Reading;

namespace Playbooks.Reference.Events;

/// <summary>The page of events, and their JSON Schema.</summary>
internal sealed class EventPages
{
    private static readonly JsonSerializerOptions _json = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    private readonly IReadOnlyList<EventKind> _events;
    private readonly IReadOnlyList<EventKind> _objects;

    internal EventPages(DocComments comments)
    {
        var types = new EventTypes(comments);
        _events = [.. types.All().Concat(OtherEvents.All).GroupBy(kind => kind.Name).Select(same => same.Aggregate((one, other) => one.With(other)))];
        _objects = [.. types.Objects(), JobId, Result(comments)];
    }

    /// <summary>What every event has.</summary>
    private static IReadOnlyList<EventProperty> Common { get; } =
    [
        new("at", JsonSchemas.Time(), true, "When it happened, in UTC, by the controller's clock."),
        new("run", JsonSchemas.Type("string"), false, "The id of the run; of a job, that of the run that started it."),
        new("playbook", JsonSchemas.Type("string"), false, "The name of the playbook on the command line."),
    ];

    private static EventKind JobId { get; } = new("jobId", "A job, by its id alone.", [new("id", JsonSchemas.Type("string"), true, "The id.")]);

    internal string Page()
    {
        var page = new MarkdownText("Events").Paragraph(
            "With `-o json`, a program prints one event on each line: a JSON object in UTF-8. The first event of a run is `run.started`, the last one "
            + "`run.finished`. "
            + "The names are stable; later versions may add events and properties. [events.schema.json](events.schema.json) is the JSON Schema of a line. "
            + "[The command line](../command-line.md#json) shows examples. "
            + "A task is named by its path (`Backup`, `Migration.Run`), a host by its name in the inventory. "
            + "In C#, an `IRunOutput` receives the same events as objects.");
        page.Heading("Properties of every event").Table(_head, Rows([new("event", JsonSchemas.Type("string"), true, "The name of the event."), .. Common]));
        foreach (var kind in _events)
        {
            page.Heading($"{kind.Name}").Paragraph(kind.Meaning).Table(_head, Rows(kind.Properties));
        }

        foreach (var kind in _objects)
        {
            page.Heading(kind.Name).Paragraph(kind.Meaning).Table(_head, Rows(kind.Properties));
        }

        return page.ToString();
    }

    internal string Schema()
    {
        var names = _events.Select(kind => kind.Name);
        var definitions = new JsonObject();
        foreach (var kind in _events)
        {
            var name = new EventProperty("event", JsonSchemas.Const(kind.Name), true, "");
            definitions[kind.Name] = Definition(kind with { Properties = [name, .. Common, .. kind.Properties] });
        }

        foreach (var kind in _objects)
        {
            definitions[kind.Name] = Definition(kind);
        }

        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$comment"] = $"Generated from the code: {ReferencePages.Command}",
            ["title"] = "An event of Playbooks",
            ["type"] = "object",
            ["properties"] = new JsonObject { ["event"] = JsonSchemas.OneOf(names) },
            ["required"] = new JsonArray("event"),
            ["allOf"] = new JsonArray(
            [
                .. names.Select(name => new JsonObject
                {
                    ["if"] = new JsonObject { ["properties"] = new JsonObject { ["event"] = JsonSchemas.Const(name) } },
                    ["then"] = JsonSchemas.Reference(name),
                }),
            ]),
            ["$defs"] = definitions,
        };
        return schema.ToJsonString(_json) + "\n";
    }

    private static readonly string[] _head = ["property", "type", "always", "meaning"];

    private static IEnumerable<IReadOnlyList<string>> Rows(IEnumerable<EventProperty> properties) => properties.Select(property =>
        (string[])[$"`{property.Name}`", JsonSchemas.Text(property.Schema), property.IsRequired ? "yes" : "no", property.Meaning]);

    private static JsonObject Definition(EventKind kind)
    {
        var properties = new JsonObject();
        foreach (var property in kind.Properties)
        {
            properties[property.Name] = property.Schema.DeepClone();
        }

        return new()
        {
            ["description"] = kind.Meaning,
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. kind.Properties.Where(property => property.IsRequired).Select(property => JsonValue.Create(property.Name))]),
        };
    }

    /// <summary>What every result has. Its own properties depend on the module.</summary>
    private static EventKind Result(DocComments comments)
    {
        IEnumerable<EventProperty> common =
            from property in ModuleType.Own(typeof(TaskResult))
            where property.Name != nameof(TaskResult.IsPlaceholder)
            let type = property.PropertyType
            let schema = type == typeof(bool) ? JsonSchemas.Type("boolean")
                : type == typeof(DateTimeOffset) ? JsonSchemas.Time()
                : JsonSchemas.Type(type == typeof(TimeSpan) ? "number" : "string")
            let isRequired = type != typeof(string) && property.Name != nameof(TaskResult.GaveUp)
            select new EventProperty(Output.JsonOutput.Camel(property.Name), schema, isRequired, comments.Summary(property));
        return new(
            "result",
            "The result of a task. It also has the properties of its module's result, with names in camelCase: see [the modules](../modules/README.md). "
            + "Durations are seconds.",
            [.. common, new("$hidden", JsonSchemas.Const(true), false, "There if the rest of the result is hidden (`[NoLog]`).")]);
    }
}
