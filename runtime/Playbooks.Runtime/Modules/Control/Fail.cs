namespace Playbooks;

/// <summary>Fails the task. A member returns this module if something is wrong, or <see langword="null"/> if all is well.</summary>
/// <remarks>
/// <para>Check mode: fails, too.</para>
/// <para>Needs: nothing.</para>
/// </remarks>
/// <param name="Reason">The reason, as a message to the user.</param>
/// <example><code>
/// public Stat Dump =&gt; new("/var/backups/dump.sql");
///
/// public Fail? TooLarge(StatResult dump) =&gt; dump.Size &gt; 1_000_000 ? new("the dump does not fit on the disk") : null;
/// </code></example>
public sealed record Fail(string Reason) : ActionModule<FailResult>
{
    /// <inheritdoc/>
    protected internal override Task<FailResult> RunAsync(ActionContext context, CancellationToken cancellationToken) =>
        Task.FromResult(new FailResult { Failed = true, Message = Reason });

    /// <inheritdoc/>
    protected internal override Task<FailResult> PredictAsync(ActionContext context, CancellationToken cancellationToken) =>
        RunAsync(context, cancellationToken);

    /// <inheritdoc/>
    protected internal override FailResult FailedResult(string message) => new();
}
