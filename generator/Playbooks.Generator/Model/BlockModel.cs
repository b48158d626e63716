namespace Playbooks.Generator.Model;

/// <summary>A block: sound, or with something wrong.</summary>
/// <param name="Sound">What it is; <see langword="null"/> if something is wrong with it.</param>
/// <param name="Stub">What others may name of it then; <see langword="null"/> if nothing of it can be generated.</param>
internal sealed record BlockModel(PlaybookModel? Sound, StubModel? Stub);
