using System.Globalization;

namespace Playbooks;

/// <summary>Reboots the host, and waits until it answers again. Always changed.</summary>
/// <remarks>
/// <para>
/// The task's user must be allowed to reboot: see <c>[Become]</c>. Over the local connection the task fails, because the reboot would end the run itself.
/// </para>
/// <para>Check mode: changed; the host is not rebooted.</para>
/// <para>
/// Needs: <c>shutdown</c> or <c>reboot</c>, unless <see cref="Command"/> names another program; Linux, or <c>sysctl</c> or <c>who</c>, to detect the reboot.
/// </para>
/// </remarks>
/// <example><code>
/// [Become]
/// public Reboot Restart =&gt; new() { Timeout = TimeSpan.FromMinutes(5) };
/// </code></example>
public sealed record Reboot : ActionModule<RebootResult>
{
    private const string BootId =
        """
        if [ -r /proc/sys/kernel/random/boot_id ]; then cat /proc/sys/kernel/random/boot_id
        else PATH=$PATH:/usr/sbin:/sbin; sysctl -n kern.boottime 2>/dev/null || who -b
        fi
        """;

    private const string DefaultCommand =
        """
        PATH=$PATH:/usr/sbin:/sbin; export PATH
        if command -v shutdown >/dev/null 2>&1; then exec shutdown -r now; else exec reboot; fi
        """;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestTry = TimeSpan.FromSeconds(30);

    /// <summary>The longest time from the reboot command until the host answers; more than zero. Defaults to 600 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(600);

    /// <summary>The time before the reboot command. Defaults to zero.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>
    /// The command that reboots the host, for <c>/bin/sh</c>. Defaults to <c>shutdown -r now</c>, or <c>reboot</c> if <c>shutdown</c> does not exist.
    /// </summary>
    public CommandLine? Command { get; init; }

    /// <inheritdoc/>
    protected internal override async Task<RebootResult> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (Refusal(context) is { } refused)
        {
            return Failed(refused);
        }

        var command = Command?.ToShell() ?? DefaultCommand;
        var before = await ReadBootIdAsync(context, cancellationToken).ConfigureAwait(false);
        if (before.Length == 0)
        {
            return Failed($"the boot time of {context.Host.Name} is not available from /proc, sysctl or who, so nothing was done");
        }

        await Task.Delay(Delay, context.Time, cancellationToken).ConfigureAwait(false);
        var start = context.Time.GetTimestamp();
        if (await StartAsync(context, command, cancellationToken).ConfigureAwait(false) is { } refusal)
        {
            return Failed(refusal);
        }

        var result = await WaitAsync(context, before, start, cancellationToken).ConfigureAwait(false);

        // A host that was booted anew may have another kernel.
        context.Engine.ForgetFacts();
        return result;
    }

    /// <inheritdoc/>
    protected internal override Task<RebootResult> PredictAsync(ActionContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.FromResult(Refusal(context) is { } refused
            ? Failed(refused)
            : new RebootResult { Changed = true, Message = $"{context.Host.Name} would be rebooted" });
    }

    /// <inheritdoc/>
    protected internal override RebootResult FailedResult(string message) => new();

    /// <summary>Returns why the task fails before it contacts the host; <see langword="null"/> if it does not.</summary>
    private string? Refusal(ActionContext context) =>
        Timeout <= TimeSpan.Zero || Delay < TimeSpan.Zero
            ? $"Reboot: Timeout ({Timeout}) must be more than zero, and Delay ({Delay}) must not be negative"
        : context.IsLocal
            ? $"{context.Host.Name} is the machine that runs the playbook, and a reboot would end the run: " +
                "reboot this machine yourself, or run the playbook from another machine"
        : null;

    private static RebootResult Failed(string message) => new() { Failed = true, Message = message };

    private static async Task<string> ReadBootIdAsync(ActionContext context, CancellationToken cancellationToken)
    {
        var outcome = await context.RunScriptAsync(BootId, cancellationToken).ConfigureAwait(false);
        return outcome.Failure is null ? outcome.Stdout.Trim() : "";
    }

    /// <summary>
    /// Runs the reboot command. If the connection is lost, the command counts as accepted. Returns why the host refused the command; <see langword="null"/> if
    /// it did not.
    /// </summary>
    private async Task<string?> StartAsync(ActionContext context, string command, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await TryAsync(context, Timeout, token => context.RunScriptAsync(command, token), cancellationToken).ConfigureAwait(false);
            var ended = outcome.Signal is not null || outcome.Rc is null or > 128;
            return outcome.Failure is { } failure && !ended ? $"the reboot was refused: {failure}" : null;
        }
        catch (UnreachableException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<RebootResult> WaitAsync(ActionContext context, string before, long start, CancellationToken cancellationToken)
    {
        var wentAway = false;
        var last = "";
        for (var pause = FirstPause; ; pause = Min(pause * 2, LongestPause))
        {
            await context.Engine.ResetConnectionAsync().ConfigureAwait(false);
            var elapsed = context.Time.GetElapsedTime(start);
            if (elapsed >= Timeout)
            {
                return new RebootResult { Changed = true, Failed = true, Elapsed = elapsed, Message = HowFar(context.Host, wentAway, last) };
            }

            await Task.Delay(Min(pause, Timeout - elapsed), context.Time, cancellationToken).ConfigureAwait(false);
            try
            {
                var now = await TryAsync(context, Timeout - elapsed, token => ReadBootIdAsync(context, token), cancellationToken).ConfigureAwait(false);
                if (now.Length > 0 && now != before)
                {
                    elapsed = context.Time.GetElapsedTime(start);
                    return new RebootResult
                    {
                        Changed = true,
                        Rebooted = true,
                        Elapsed = elapsed,
                        Message = string.Create(CultureInfo.InvariantCulture, $"{context.Host.Name} was rebooted in {elapsed.TotalSeconds:0} s"),
                    };
                }
            }
            catch (Exception exception) when (exception is UnreachableException or BecomeException)
            {
                (wentAway, last) = (true, exception.Message);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                (wentAway, last) = (true, "the host did not answer");
            }
        }
    }

    private string HowFar(Host host, bool wentAway, string last)
    {
        var waited = string.Create(CultureInfo.InvariantCulture, $"after {Timeout.TotalSeconds:0.###} s");
        return wentAway
            ? $"{host.Name} went down and was still unreachable {waited}: {last}"
            : $"{host.Name} accepted the reboot command, but had not rebooted {waited}";
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    /// <summary>Limits the time of an attempt, because a host that is shutting down may never answer.</summary>
    private static async Task<T> TryAsync<T>(
        ActionContext context, TimeSpan most, Func<CancellationToken, Task<T>> run, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Min(most, LongestTry), context.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        return await run(either.Token).ConfigureAwait(false);
    }
}
