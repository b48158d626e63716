namespace Playbooks.Generator.Model.Results;

/// <summary>A property that is written or read back.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type's full name.</param>
/// <param name="Json">Its name in JSON.</param>
/// <param name="Value">How it is written; <see langword="null"/> where it is not, and only must be given.</param>
/// <param name="Place">Where it goes when it was read.</param>
/// <param name="Fallback">What it is where nothing is there to be read, if it must be given.</param>
/// <param name="When">When it is written.</param>
/// <param name="If">The property that says whether it is written.</param>
internal sealed record PropertyModel(
    string Name,
    string Type,
    string Json,
    ValueModel? Value,
    PropertyPlace Place,
    FallbackModel Fallback,
    WriteWhen When,
    string? If);
