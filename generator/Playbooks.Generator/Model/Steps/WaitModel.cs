namespace Playbooks.Generator.Model.Steps;

/// <summary>A wait before a task is evaluated.</summary>
/// <param name="Kind">What is waited for.</param>
/// <param name="Local">The local that holds it then; <see langword="null"/> where nobody asked for it.</param>
/// <param name="Task">The task that gives it; <see langword="null"/> for facts.</param>
/// <param name="Given">What that has given at first: its job or branch.</param>
/// <param name="From">Where that is.</param>
internal sealed record WaitModel(WaitKind Kind, string? Local, string? Task, GivenModel? Given, SourceModel? From);
