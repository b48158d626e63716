namespace Playbooks.Execution.Effects;

/// <summary>What came of an effect.</summary>
/// <typeparam name="T">What it gives.</typeparam>
/// <param name="Value">What it gave.</param>
/// <param name="Failure">Why it gave nothing; <see langword="null"/> where it gave something.</param>
internal readonly record struct EffectOutcome<T>(T? Value, EffectFailure? Failure = null);
