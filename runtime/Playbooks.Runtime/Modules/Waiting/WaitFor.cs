using System.Globalization;

namespace Playbooks;

/// <summary>
/// Waits, on the host, until a port accepts connections, a file exists, or a line of a file matches a pattern. With <see cref="Gone"/>, the task waits for the
/// opposite. Never changed; failed if <see cref="Timeout"/> is reached first.
/// </summary>
/// <remarks>
/// <para>Check mode: skipped.</para>
/// <para>
/// Needs: for a port, one of <c>nc</c>, <c>bash</c>, <c>perl</c> and <c>python3</c>; a port of the host itself needs none of them on Linux. For a line,
/// <c>grep</c>.
/// </para>
/// </remarks>
/// <example><code>public WaitFor Listening =&gt; new(8080) { Timeout = TimeSpan.FromMinutes(2) };</code></example>
/// <example><code>public WaitFor Ready =&gt; new("/var/log/app.log", "started in [0-9]+ ms");</code></example>
public sealed record WaitFor : ScriptModule<WaitForResult>
{
    private const int TimedOut = 124;

    /// <summary>Waits for a port.</summary>
    /// <param name="port">The TCP port, 1 to 65535.</param>
    /// <param name="address">The name or address of the server, as the host sees it. Defaults to <c>"127.0.0.1"</c>.</param>
    public WaitFor(int port, string address = "127.0.0.1")
    {
        Port = port;
        Address = address;
    }

    /// <summary>Waits for a file, or for a line in it.</summary>
    /// <param name="file">The file. A relative path starts at the home directory of the task's user.</param>
    /// <param name="pattern">
    /// An extended regular expression of POSIX, as in <c>grep -E</c>, that a line must match. Without a pattern, the file only has to exist.
    /// </param>
    public WaitFor(string file, string? pattern = null)
    {
        File = file;
        Pattern = pattern;
    }

    /// <summary>The port; <see langword="null"/> if the task waits for a file.</summary>
    public int? Port { get; }

    /// <summary>The name or address of the server; <see langword="null"/> if the task waits for a file.</summary>
    public string? Address { get; }

    /// <summary>The file; <see langword="null"/> if the task waits for a port.</summary>
    public string? File { get; }

    /// <summary>The regular expression that a line of the file must match.</summary>
    public string? Pattern { get; }

    /// <summary>Whether to wait for the opposite: the port is closed, or no such file or line exists. Defaults to <see langword="false"/>.</summary>
    public bool Gone { get; init; }

    /// <summary>The longest wait after <see cref="Delay"/>, in whole seconds; more than zero. Defaults to 300 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>The time before the first check, in whole seconds. Defaults to zero.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The time between two checks, in whole seconds; more than zero. Defaults to 1 s.</summary>
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

    /// <summary>Describes, in words, for what the task waits.</summary>
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

    /// <summary>Returns a time in whole seconds.</summary>
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
