namespace Playbooks;

/// <summary>
/// Looks at a path on the host. Never changed; a path where there is nothing is no failure. A link that belongs to neither the task's user nor root is
/// not followed, on the way to it either: the task fails.
/// </summary>
/// <param name="Path">The path; relative to the home of the task's user.</param>
/// <example><code>public Stat RebootFlag => new("/var/run/reboot-required");</code></example>
public sealed record Stat(string Path) : ScriptModule<StatResult>
{
    /// <summary>Whether to look at what a symbolic link leads to. Defaults to <see langword="false"/>: at the link.</summary>
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

    /// <summary>It only looks: check mode runs the same.</summary>
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
