using System.Runtime.CompilerServices;

namespace Playbooks;

/// <summary>
/// Fails unless a condition is true. Ansible calls this <c>assert</c>; here, that name would collide with the class <c>Assert</c> of test frameworks.
/// </summary>
/// <remarks>
/// <para>Check mode: runs as usual.</para>
/// <para>Needs: nothing.</para>
/// </remarks>
/// <param name="Condition">The condition.</param>
/// <param name="Otherwise">The reason for the failure, as a message to the user. Defaults to the source text of the condition.</param>
/// <param name="Written">The source text of the condition; the compiler passes it.</param>
/// <example><code>
/// public Stat Dump =&gt; new("/var/backups/dump.sql");
///
/// public Require Room(StatResult dump) =&gt; new(dump.Size &lt; 1_000_000, "the dump does not fit on the disk");
/// </code></example>
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
