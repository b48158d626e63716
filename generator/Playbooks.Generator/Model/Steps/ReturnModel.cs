namespace Playbooks.Generator.Model.Steps;

/// <summary>What is returned of a task when all has ended.</summary>
/// <param name="From">Where it is.</param>
/// <param name="Awaited">The job or branch that it is there, which is waited for.</param>
/// <param name="IsThere">Whether it is there though its type does not say so.</param>
internal sealed record ReturnModel(SourceModel From, GivenModel? Awaited, bool IsThere);
