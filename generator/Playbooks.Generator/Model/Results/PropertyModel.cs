namespace Playbooks.Generator.Model.Results;

/// <summary>A property that is written or read back.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type's full name.</param>
/// <param name="Json">Its name in JSON.</param>
/// <param name="Value">How it is written; <see langword="null"/> if it is not written but must be set.</param>
/// <param name="Place">How its value is set after reading.</param>
/// <param name="Fallback">The value if the JSON does not contain the property and it must be set.</param>
/// <param name="When">When it is written.</param>
/// <param name="If">The property that determines whether it is written.</param>
internal sealed record PropertyModel(
    string Name,
    string Type,
    string Json,
    ValueModel? Value,
    PropertyPlace Place,
    FallbackModel Fallback,
    WriteWhen When,
    string? If);
