namespace Playbooks.Execution.Effects;

/// <summary>The outcome of an effect.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="Failure">Why there is no value; <see langword="null"/> if there is one.</param>
internal readonly record struct EffectOutcome<T>(T? Value, EffectFailure? Failure = null);
