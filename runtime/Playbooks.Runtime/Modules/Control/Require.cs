using System.Runtime.CompilerServices;

namespace Playbooks;

/// <summary>
/// Fails unless something holds, in check mode too. It is what Ansible calls <c>assert</c>; that name would meet the class of the same
/// name of test frameworks.
/// </summary>
/// <param name="Condition">What must hold.</param>
/// <param name="Otherwise">Why it fails, for people. Defaults to the condition as it is written.</param>
/// <param name="Written">The condition as it is written; the compiler fills it in.</param>
/// <example><code>public Require Space(StatResult dump) => new(dump.Size &lt; 1_000_000);</code></example>
public sealed record Require(
    bool Condition, string? Otherwise = null, [CallerArgumentExpression(nameof(Condition))] string Written = "") : ActionModule<RequireResult>
{
    /// <inheritdoc/>
    protected internal override Task<RequireResult> RunAsync(ActionContext context, CancellationToken cancellationToken) => Task.FromResult(new RequireResult
    {
        Condition = Written,
        Failed = !Condition,
        Message = Condition ? $"is true: {Written}" : Otherwise ?? $"is false: {Written}",
    });

    /// <inheritdoc/>
    protected internal override Task<RequireResult> PredictAsync(ActionContext context, CancellationToken cancellationToken) =>
        RunAsync(context, cancellationToken);

    /// <inheritdoc/>
    protected internal override RequireResult FailedResult(string message) => new() { Condition = Written };
}
