namespace Playbooks.Generator.Model.Steps;

/// <summary>The value that the run returns for a task at the end.</summary>
/// <param name="From">The source of the value.</param>
/// <param name="Awaited">The job or branch to wait for, if the source is one.</param>
/// <param name="IsThere">Whether the value cannot be null although its type is nullable.</param>
internal sealed record ReturnModel(SourceModel From, GivenModel? Awaited, bool IsThere);
