using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Playbooks.Generated;
using Playbooks.Output;
using Playbooks.Reference.Reading;

namespace Playbooks.Reference.Events;

/// <summary>The events of a run, from their types. How <see cref="JsonOutput"/> writes a property follows from its type; the table has what does not.</summary>
internal sealed class EventTypes(DocComments comments)
{
    /// <summary>Names in JSON that are not the property's; none for a property that is not written.</summary>
    private static readonly Dictionary<string, string?> _names = new(StringComparer.Ordinal)
    {
        ["RunEvent.At"] = null,
        ["RunStarted.Play"] = "version",
        ["RunStarted.Playbook"] = null,
        ["PlayStarted.Member"] = "play",
        ["PlayStarted.Playbook"] = null,
        ["PlayStarted.Hosts"] = "playHosts",
        ["PlaySkipped.Member"] = "play",
        ["PlaySkipped.Reason"] = "message",
        ["PlayStopped.Reason"] = "message",
        ["BatchStarted.Hosts"] = "batch",
        ["JobPrinted.JobId"] = "job",
        ["JobPrinted.Bytes"] = "text",
        ["JobFinished.IsAsked"] = null,
        ["JobsUnwatched.Reason"] = "message",
        ["HostRescued.Block"] = null,
        ["HostCounts.Host"] = null,
    };

    internal IEnumerable<EventKind> All() =>
        from type in typeof(RunEvent).Assembly.GetExportedTypes()
        where type.IsSubclassOf(typeof(RunEvent)) && !type.IsAbstract
        let name = JsonOutput.Name((RunEvent)RuntimeHelpers.GetUninitializedObject(type))
        orderby name
        select new EventKind(name, comments.Summary(type), [.. Of(type)]);

    /// <summary>The objects that events contain.</summary>
    internal IEnumerable<EventKind> Objects() =>
    [
        new("job", comments.Summary(typeof(JobInfo)), [.. Of(typeof(JobInfo))]),
        new("counts", comments.Summary(typeof(HostCounts)), [.. Of(typeof(HostCounts))]),
        new("running", comments.Summary(typeof(RunningJob)), [.. Of(typeof(RunningJob))]),
    ];

    private IEnumerable<EventProperty> Of(Type type)
    {
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetMethod!.GetBaseDefinition() == property.GetMethod)
            .OrderBy(property => property.DeclaringType == type)
            .DistinctBy(property => property.Name);
        return properties.SelectMany(property => Of(property, comments));
    }

    private static IEnumerable<EventProperty> Of(PropertyInfo property, DocComments comments)
    {
        if (!_names.TryGetValue($"{property.DeclaringType!.Name}.{property.Name}", out var name))
        {
            name = JsonOutput.Camel(property.Name.StartsWith("Is", StringComparison.Ordinal) ? property.Name[2..] : property.Name);
        }

        var meaning = name == "version" ? "The version of these names." : comments.Summary(property);
        var isRequired = new NullabilityInfoContext().Create(property).ReadState == NullabilityState.NotNull;
        return (name, property.Name) switch
        {
            (null, _) => [],
            ("version", _) => [new(name, JsonSchemas.Const(1), true, meaning)],
            ("job", "JobId") => [new(name, JsonSchemas.Reference("jobId"), true, meaning)],
            (_, "Bytes") =>
            [
                new("text", JsonSchemas.Type("string"), false, $"{meaning} As text, if they are UTF-8."),
                new("base64", JsonSchemas.Type("string"), false, "The bytes in Base64, if they are not UTF-8."),
            ],
            _ => [new(name, SchemaOf(property.PropertyType), isRequired, meaning)],
        };
    }

    private static JsonObject SchemaOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var one when one == typeof(string) || one == typeof(Host) || one == typeof(TaskInfo) => JsonSchemas.Type("string"),
        var one when one == typeof(int) || one == typeof(long) => JsonSchemas.Type("integer"),
        var one when one == typeof(bool) => JsonSchemas.Type("boolean"),
        var one when one == typeof(TimeSpan) => JsonSchemas.Type("number"),
        var one when one == typeof(JobInfo) => JsonSchemas.Reference("job"),
        var one when one == typeof(TaskResult) => JsonSchemas.Reference("result"),
        var one when one == typeof(IReadOnlyList<Host>) => JsonSchemas.ListOf(JsonSchemas.Type("string")),
        var one when one == typeof(IReadOnlyList<RunningJob>) => JsonSchemas.ListOf(JsonSchemas.Reference("running")),
        var one when one == typeof(IReadOnlyList<HostCounts>) => JsonSchemas.MapOf(JsonSchemas.Reference("counts")),
        { IsEnum: true } one => JsonSchemas.OneOf(Enum.GetNames(one).Select(JsonOutput.Camel)),
        var other => throw new InvalidDataException($"No JSON is known for a {other.Name} in an event."),
    };
}
