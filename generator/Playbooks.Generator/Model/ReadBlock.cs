using Playbooks.Generator.Model.Results;

namespace Playbooks.Generator.Model;

/// <summary>What was read of a <c>[Block]</c>.</summary>
/// <param name="Block">The block.</param>
/// <param name="Mistakes">What no analyzer can tell.</param>
/// <param name="Results">The results of generic types that its tasks give.</param>
internal sealed record ReadBlock(BlockModel Block, EquatableArray<MistakeModel> Mistakes, EquatableArray<ResultModel> Results);
