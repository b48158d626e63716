namespace Playbooks.Generator.Model.Steps;

/// <summary>A wait before a task is evaluated.</summary>
/// <param name="Kind">The kind of wait.</param>
/// <param name="Local">The local that receives the value; <see langword="null"/> if no task uses the value.</param>
/// <param name="Task">The task whose value it is; <see langword="null"/> for facts.</param>
/// <param name="Given">The first value of that task: its job or branch.</param>
/// <param name="From">The source of the job or branch.</param>
internal sealed record WaitModel(WaitKind Kind, string? Local, string? Task, GivenModel? Given, SourceModel? From);
