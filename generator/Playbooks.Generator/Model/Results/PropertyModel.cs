namespace Playbooks.Generator.Model.Results;

/// <summary>A property that is written or read back.</summary>
/// <param name="Name">Its name, as text.</param>
/// <param name="Identifier">Its name, as code.</param>
/// <param name="Type">Its type, from <c>global::</c> on.</param>
/// <param name="Json">Its name in JSON.</param>
/// <param name="Value">How it is written; <see langword="null"/> where it is not, and only must be given.</param>
/// <param name="Place">Where it goes when it was read.</param>
/// <param name="Default">What it is where nothing is there to be read, as code, if it must be given.</param>
/// <param name="When">When it is written.</param>
/// <param name="If">The property, as code, that says whether it is written.</param>
internal sealed record PropertyModel(
    string Name,
    string Identifier,
    string Type,
    string Json,
    ValueModel? Value,
    PropertyPlace Place,
    string Default,
    WriteWhen When,
    string? If);
