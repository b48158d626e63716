using Playbooks.Generator.Model.Results;

namespace Playbooks.Generator.Model;

/// <summary>The result of reading a <c>[Block]</c>.</summary>
/// <param name="Block">The block.</param>
/// <param name="Mistakes">The mistakes that no analyzer can report.</param>
/// <param name="Results">The results of generic types that its tasks return.</param>
internal sealed record ReadBlock(BlockModel Block, EquatableArray<MistakeModel> Mistakes, EquatableArray<ResultModel> Results);
