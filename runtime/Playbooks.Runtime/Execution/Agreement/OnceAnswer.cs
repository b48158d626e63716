namespace Playbooks.Execution.Agreement;

/// <summary>The outcome of a task that one host ran for all.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="Value">The value that the other hosts asked for.</param>
/// <param name="Failure">Why there is no value; <see langword="null"/> if there is one.</param>
internal readonly record struct OnceAnswer<T>(T? Value, SharedFailure? Failure);
