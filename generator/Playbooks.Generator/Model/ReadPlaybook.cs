using Playbooks.Generator.Model.Results;

namespace Playbooks.Generator.Model;

/// <summary>What was read of a <c>[Playbook]</c>.</summary>
/// <param name="Sound">The playbook; <see langword="null"/> if something is wrong with it.</param>
/// <param name="Mistakes">What no analyzer can tell.</param>
/// <param name="Results">The results of generic types that its tasks give.</param>
internal sealed record ReadPlaybook(PlaybookModel? Sound, EquatableArray<MistakeModel> Mistakes, EquatableArray<ResultModel> Results);
