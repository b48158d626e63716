namespace Playbooks.Generator.Model;

/// <summary>A block, with or without errors.</summary>
/// <param name="Sound">The block; <see langword="null"/> if it has errors.</param>
/// <param name="Stub">The members that other code may use if it has errors; <see langword="null"/> if nothing of it can be generated.</param>
internal sealed record BlockModel(PlaybookModel? Sound, StubModel? Stub);
