using System.Globalization;

namespace Playbooks;

/// <summary>Waits for a time, on the controller. Never changed.</summary>
/// <remarks>
/// <para>Check mode: does not wait.</para>
/// <para>Needs: nothing.</para>
/// </remarks>
/// <param name="For">How long to wait. With a negative time, the task fails.</param>
/// <example><code>public Pause Settle =&gt; new(TimeSpan.FromSeconds(30));</code></example>
public sealed record Pause(TimeSpan For) : ActionModule<PauseResult>
{
    /// <inheritdoc/>
    protected internal override async Task<PauseResult> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (For < TimeSpan.Zero)
        {
            return new PauseResult { Failed = true, Message = $"Pause: Seconds is {Seconds}; it must be 0 or more" };
        }

        await Task.Delay(For, context.Time, cancellationToken).ConfigureAwait(false);
        return new PauseResult { Message = $"paused for {Seconds} s" };
    }

    /// <inheritdoc/>
    protected internal override Task<PauseResult> PredictAsync(ActionContext context, CancellationToken cancellationToken) =>
        Task.FromResult(new PauseResult { Skipped = true, Message = $"would pause for {Seconds} s" });

    /// <inheritdoc/>
    protected internal override PauseResult FailedResult(string message) => new();

    private string Seconds => For.TotalSeconds.ToString(CultureInfo.InvariantCulture);
}
