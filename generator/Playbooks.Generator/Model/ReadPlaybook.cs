using Playbooks.Generator.Model.Results;

namespace Playbooks.Generator.Model;

/// <summary>The result of reading a <c>[Playbook]</c>.</summary>
/// <param name="Sound">The playbook; <see langword="null"/> if it has errors.</param>
/// <param name="Mistakes">The mistakes that no analyzer can report.</param>
/// <param name="Results">The results of generic types that its tasks return.</param>
internal sealed record ReadPlaybook(PlaybookModel? Sound, EquatableArray<MistakeModel> Mistakes, EquatableArray<ResultModel> Results);
