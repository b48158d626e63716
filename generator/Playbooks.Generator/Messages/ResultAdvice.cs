namespace Playbooks.Generator.Messages;

/// <summary>PB0043: why a result, or a property of a result, is not written.</summary>
internal static class ResultAdvice
{
    internal const string Invisible = "generated code cannot access it: make it and its containing types internal or public";

    internal const string NoConstructor =
        "it has no constructor that takes only its properties: add a primary constructor, or a constructor without parameters";

    internal const string NotSettable = "generated code cannot set it: add an 'init' accessor that is not private, or put [JsonIgnore] on it";

    internal static string NameTaken(string json) => $"another property also has the JSON name '{json}': rename it, or put [JsonPropertyName] on it";

    internal static string NameOfEvery(string json) =>
        $"every result already has a property with the JSON name '{json}': rename it, or put [JsonPropertyName] on it";

    internal static string NoValue(string type) =>
        $"'{type}' cannot be written: use a string, a number, a record, or a list or dictionary of these, or put [JsonIgnore] on it";
}
