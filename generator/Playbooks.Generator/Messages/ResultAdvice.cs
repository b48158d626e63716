namespace Playbooks.Generator.Messages;

/// <summary>PB0043: why a result, or a property of one, is not written.</summary>
internal static class ResultAdvice
{
    internal const string Invisible = "generated code cannot see it: make it, and what it is in, internal or public";

    internal const string NoConstructor = "no constructor takes its properties and nothing else: give it a primary constructor, or one without parameters";

    internal const string NotSettable = "generated code cannot set it: give it an 'init' that is not private, or put [JsonIgnore] on it";

    internal static string NameTaken(string json) => $"another property is '{json}' in JSON, too: rename it, or put [JsonPropertyName] on it";

    internal static string NameOfEvery(string json) => $"every result has a '{json}' in JSON: rename it, or put [JsonPropertyName] on it";

    internal static string NoValue(string type) =>
        $"'{type}' cannot be written: use a text, a number, a record, or a list or dictionary of these, or put [JsonIgnore] on it";
}
