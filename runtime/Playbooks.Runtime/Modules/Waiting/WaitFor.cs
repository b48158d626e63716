using System.Globalization;

namespace Playbooks;

/// <summary>
/// Waits, on the host, until a port takes connections, a file exists, or a line of a file matches; or, with <see cref="Gone"/>, until that is
/// no longer so. Never changed; failed if it is not so in time.
/// </summary>
/// <remarks>
/// A port is tried from the host by the first of <c>nc</c>, <c>bash</c>, <c>perl</c> and <c>python3</c> that is there; a port of the host itself
/// needs none of them on Linux. In check mode nothing is waited for.
/// </remarks>
/// <example><code>public WaitFor Listening => new(8080) { Timeout = TimeSpan.FromMinutes(2) };</code></example>
/// <example><code>public WaitFor Ready => new("/var/log/app.log", "started in [0-9]+ ms");</code></example>
public sealed record WaitFor : ScriptModule<WaitForResult>
{
    private const int TimedOut = 124;

    /// <summary>Waits for a port.</summary>
    /// <param name="port">The TCP port, 1 to 65535.</param>
    /// <param name="address">The name or address where it is, as the host sees it. Defaults to the host itself.</param>
    public WaitFor(int port, string address = "127.0.0.1")
    {
        Port = port;
        Address = address;
    }

    /// <summary>Waits for a file, or for a line in it.</summary>
    /// <param name="file">The file; relative to the home of the task's user.</param>
    /// <param name="pattern">
    /// An extended regular expression of POSIX, as <c>grep -E</c> has it, that a line must match; by default it is enough that the file exists.
    /// </param>
    public WaitFor(string file, string? pattern = null)
    {
        File = file;
        Pattern = pattern;
    }

    /// <summary>The port; <see langword="null"/> where a file is waited for.</summary>
    public int? Port { get; }

    /// <summary>Where the port is; <see langword="null"/> where a file is waited for.</summary>
    public string? Address { get; }

    /// <summary>The file; <see langword="null"/> where a port is waited for.</summary>
    public string? File { get; }

    /// <summary>What a line of the file must match.</summary>
    public string? Pattern { get; }

    /// <summary>Whether to wait for the opposite: a closed port, no such file, no such line. Defaults to <see langword="false"/>.</summary>
    public bool Gone { get; init; }

    /// <summary>The longest wait, in whole seconds, from the end of <see cref="Delay"/>. Defaults to 300 s; more than zero.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>How long to wait before the first look, in whole seconds. Defaults to zero.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The time between two looks, in whole seconds. Defaults to 1 s; more than zero.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected internal override string ScriptText
    {
        get
        {
            Check();
            return WaitForScript.Of(this);
        }
    }

    /// <summary>What is waited for, in words.</summary>
    internal string Sought => (Port, Pattern, Gone) switch
    {
        ({ } port, _, false) => string.Create(CultureInfo.InvariantCulture, $"for port {port} of {Address} to open"),
        ({ } port, _, true) => string.Create(CultureInfo.InvariantCulture, $"for port {port} of {Address} to close"),
        (_, null, false) => $"for {File} to exist",
        (_, null, true) => $"for {File} to disappear",
        (_, { } pattern, false) => $"for a line of {File} to match '{pattern}'",
        (_, { } pattern, true) => $"for no line of {File} to match '{pattern}'",
    };

    /// <inheritdoc/>
    protected internal override WaitForResult Parse(ScriptOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (outcome.Failure is not { } failure)
        {
            return new WaitForResult { Line = outcome.Stdout.Length == 0 ? null : outcome.Stdout.TrimEnd('\n') };
        }

        var timedOut = outcome.Rc == TimedOut || outcome.State == JobState.TimedOut;
        var reason = outcome is { WasEnded: false, LastError.Length: > 0 } ? outcome.LastError : failure;
        return new WaitForResult
        {
            Failed = true,
            TimedOut = timedOut,
            Message = outcome.Rc == TimedOut ? $"waited {Seconds(Timeout)} s {Sought}: {reason}" : $"waiting {Sought}: {reason}",
        };
    }

    /// <summary>A time, in whole seconds.</summary>
    internal static string Seconds(TimeSpan time) => Math.Ceiling(time.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    private void Check()
    {
        if (Timeout <= TimeSpan.Zero || Interval <= TimeSpan.Zero || Delay < TimeSpan.Zero)
        {
            throw new FormatException(
                $"WaitFor: Timeout ({Timeout}) and Interval ({Interval}) must be more than zero, and Delay ({Delay}) must not be negative.");
        }

        if (Port is < 1 or > 65535)
        {
            throw new FormatException($"WaitFor: {Port} is not a valid port. Set a number from 1 to 65535.");
        }

        if (Address is { } address && (address.Length == 0 || address[0] == '-' || address.Any(c => c <= ' ' || c == '/')))
        {
            throw new FormatException($"WaitFor: '{Address}' is not a valid name or address.");
        }

        ShellText.RefuseNul(Pattern ?? "");
    }
}
