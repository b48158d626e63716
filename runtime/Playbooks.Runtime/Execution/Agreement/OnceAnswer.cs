namespace Playbooks.Execution.Agreement;

/// <summary>What came of a task that one host ran for all.</summary>
/// <typeparam name="T">What is asked for.</typeparam>
/// <param name="Value">What came of it.</param>
/// <param name="Failure">Why nothing did; <see langword="null"/> where something did.</param>
internal readonly record struct OnceAnswer<T>(T? Value, SharedFailure? Failure);
