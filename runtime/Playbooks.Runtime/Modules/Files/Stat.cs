namespace Playbooks;

/// <summary>Describes the file at a path on the host. Never changed. A path at which nothing exists is not a failure.</summary>
/// <remarks>
/// <para>The task fails if the path leads over a symbolic link that belongs neither to the task's user nor to root.</para>
/// <para>Check mode: runs as usual, because the module only reads.</para>
/// <para>
/// Needs: <c>stat</c> or <c>ls</c>; for <see cref="Checksum"/> also one of <c>sha256sum</c>, <c>shasum</c>, <c>openssl</c>, <c>busybox</c> and <c>sha256</c>.
/// </para>
/// </remarks>
/// <param name="Path">The path. A relative path starts at the home directory of the task's user.</param>
/// <example><code>
/// public Stat Flag =&gt; new("/var/run/reboot-required");
///
/// [Become]
/// public Reboot? Restart(StatResult flag) =&gt; flag.Exists ? new() : null;
/// </code></example>
public sealed record Stat(string Path) : ScriptModule<StatResult>
{
    /// <summary>Whether to describe the target of a symbolic link, instead of the link itself. Defaults to <see langword="false"/>.</summary>
    public bool Follow { get; init; }

    /// <summary>Whether to compute the SHA-256 of a regular file. Defaults to <see langword="false"/>.</summary>
    public bool Checksum { get; init; }

    /// <inheritdoc/>
    protected internal override string ScriptText =>
        $$"""
        {{StatScript.Functions}}{{SafeWay.Look}}{{(Checksum ? SafeReading.Looking : "")}}
        p={{ShellText.Path(Path)}} follow={{(Follow ? "-L" : "")}}
        {{ShellFile.Text("stat-path")}}
        {{(Checksum ? ShellFile.Text("stat-sum") : "echo")}}
        if [ -z "$how" ] && [ -L "$at" ]; then readlink "$at"; fi
        """;

    /// <summary>In check mode, the same script runs, because the script only reads.</summary>
    protected internal override string? CheckScript => ScriptText;

    /// <inheritdoc/>
    protected internal override StatResult Parse(ScriptOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (outcome.Failure is { } failure)
        {
            return Failed(outcome.LastError.Length > 0 && outcome.Rc == 1 ? outcome.LastError : failure);
        }

        if (outcome.Stdout.TrimEnd() == "absent")
        {
            return new StatResult();
        }

        if (StatScript.Parse(outcome.Stdout, out var rest) is not { } result || rest.Split('\n', 2) is not [var sum, var target])
        {
            return Failed(outcome.LastError.Length > 0 ? outcome.LastError : "the host's answer is not valid: neither stat nor ls works as expected");
        }

        var checksum = Checksum && result.IsRegular ? StatScript.Checksum(sum) : null;
        return Checksum && result.IsRegular && checksum is null
            ? Failed("the host has no tool for SHA-256: install sha256sum, shasum, openssl or busybox")
            : result with
            {
                Checksum = checksum,
                LinkTarget = result.IsLink ? target.EndsWith('\n') ? target[..^1] : target : null,
            };
    }

    private StatResult Failed(string message) => new() { Failed = true, Message = $"{Path}: {message}" };
}
