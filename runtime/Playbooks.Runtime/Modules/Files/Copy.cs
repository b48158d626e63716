using System.Security.Cryptography;
using System.Text;

namespace Playbooks;

/// <summary>
/// Copies a file, or a text, to the host. What is there is compared by its SHA-256, and nothing is sent if it is the same; otherwise the
/// new file takes the place of the old in one step, so that nobody sees half of it. Changed if content, mode, owner or group changed.
/// </summary>
/// <remarks>
/// Where no mode, owner or group is asked for, an existing file keeps its own, and a new one has those that the task's user gives to new
/// files. An existing file's access control list, security context, extended attributes, capabilities and holes are kept as well; where the
/// host cannot keep them, and where a file has several names (hard links), is a mount point or is immutable, the task fails and changes nothing.
/// A directory as source is not supported.
/// </remarks>
/// <example><code>public Copy Config => new("new-config.yml", "/etc/myapp/config.yml") { Mode = "0640", Group = "myapp" };</code></example>
public sealed record Copy : ActionModule<CopyResult>
{
    private readonly ReadOnlyMemory<byte>? _content;

    /// <summary>Copies a file of the machine that runs the playbook.</summary>
    /// <param name="source">
    /// The file; relative to the folder of the playbook's own file, where it is run as <c>dotnet run playbook.cs</c>, else to the working directory.
    /// </param>
    /// <param name="destination">
    /// The file on the host; relative to the home of the task's user. A path that ends in a slash is a directory, which is made if it is
    /// missing; into a directory the file goes under its own name.
    /// </param>
    public Copy(string source, string destination)
    {
        Source = source;
        Destination = destination;
    }

    private Copy(ReadOnlyMemory<byte> content, string destination)
    {
        _content = content;
        Destination = destination;
    }

    /// <summary>The file of the machine that runs the playbook; <see langword="null"/> where the content was given itself.</summary>
    public string? Source { get; }

    /// <summary>The file, or with a slash at its end the directory, on the host.</summary>
    public string Destination { get; }

    /// <summary>The permissions in octal: <c>"0644"</c>. By default those of the file that is there.</summary>
    public string? Mode { get; init; }

    /// <summary>The owner, by name or number. By default that of the file that is there.</summary>
    public string? Owner { get; init; }

    /// <summary>The group, by name or number. By default that of the file that is there.</summary>
    public string? Group { get; init; }

    /// <summary>Whether to keep the former content beside it, as <c>NAME.YYYYMMDDhhmmss~</c>. Defaults to <see langword="false"/>.</summary>
    public bool Backup { get; init; }

    /// <summary>
    /// Whether the content goes into the file that is there, instead of a new file in its place. Defaults to <see langword="false"/>. It keeps hard
    /// links and mounts, and needs no rights on the directory; but others may see a half of it, and a host that is switched off may keep a half.
    /// </summary>
    public bool InPlace { get; init; }

    /// <summary>
    /// A command for <c>/bin/sh</c> on the host that checks the new file before it takes its place; <c>%s</c> in it stands for that file. Unless it
    /// ends with exit status 0, nothing is changed, and the task fails with what it said. It runs in the directory of that file; where others may write to the
    /// destination's directory, the file has its name only there, so the command must not go elsewhere before it reads it. None by default.
    /// </summary>
    /// <example><code>public Copy Rights => new("sudoers", "/etc/sudoers.d/app") { Mode = "0440", Validate = "visudo -cf %s" };</code></example>
    public CommandLine? Validate { get; init; }

    /// <summary>
    /// Whether a symbolic link at the destination is followed. Defaults to <see langword="false"/>: the file takes the link's place, as with
    /// Ansible. A link to a directory is always followed.
    /// </summary>
    public bool Follow { get; init; }

    /// <summary>Copies a text, as UTF-8.</summary>
    /// <param name="text">The text.</param>
    /// <param name="destination">The file on the host.</param>
    public static Copy Text(string text, string destination) => new(Encoding.UTF8.GetBytes(text), destination);

    /// <summary>Copies bytes.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="destination">The file on the host.</param>
    public static Copy Bytes(ReadOnlyMemory<byte> content, string destination) => new(content, destination);

    /// <inheritdoc/>
    protected internal override Task<CopyResult> RunAsync(ActionContext context, CancellationToken cancellationToken) =>
        RunAsync(context, foresees: false, cancellationToken);

    /// <inheritdoc/>
    protected internal override Task<CopyResult> PredictAsync(ActionContext context, CancellationToken cancellationToken) =>
        RunAsync(context, foresees: true, cancellationToken);

    /// <inheritdoc/>
    protected internal override CopyResult FailedResult(string message) => new() { Destination = Destination };

    private async Task<CopyResult> RunAsync(ActionContext context, bool foresees, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var result = new CopyResult { Destination = Destination };
        try
        {
            var script = new CopyScript(this);
            var content = OpenContent();
            await using (content.ConfigureAwait(false))
            {
                result = result with
                {
                    Size = content.Length,
                    Checksum = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken).ConfigureAwait(false)),
                };
                content.Position = 0;
                return foresees
                    ? await ForeseeAsync(context, script, content, result, cancellationToken).ConfigureAwait(false)
                    : await RunAsync(context, script, content, result, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException)
        {
            return Failed(result, exception.Message);
        }
    }

    private static CopyResult Failed(CopyResult result, string message) =>
        result with { Failed = true, Message = $"{result.Destination}: {message}" };

    private static CopyResult Failed(CopyResult result, ScriptOutcome outcome) =>
        Failed(result, outcome is { Rc: 1, LastError.Length: > 0 } ? outcome.LastError : outcome.Failure ?? "the host's answer is not valid");

    private async Task<CopyResult> RunAsync(
        ActionContext context, CopyScript script, Stream content, CopyResult result, CancellationToken cancellationToken)
    {
        var looked = await context.RunScriptAsync(script.Look(result.Size), cancellationToken).ConfigureAwait(false);
        if (looked.Failure is not null || CopyTarget.Parse(looked.Stdout) is not { } target)
        {
            return Failed(result, looked);
        }

        result = result with { Destination = target.Path };
        if (target.File is { IsLink: false, Checksum: { } there } && there == result.Checksum)
        {
            if (script.Mend(target) is not { } mend)
            {
                return result;
            }

            result = await WithDiffAsync(context, target, content, result, cancellationToken).ConfigureAwait(false);
            var mended = await context.RunScriptAsync(mend, cancellationToken).ConfigureAwait(false);
            return mended.Failure is null ? result with { Changed = true } : Failed(result, mended);
        }

        return await ReplaceAsync(context, script, target, content, result, cancellationToken).ConfigureAwait(false);
    }

    private async Task<CopyResult> ReplaceAsync(
        ActionContext context, CopyScript script, CopyTarget target, Stream content, CopyResult result, CancellationToken cancellationToken)
    {
        var replacement = script.Replacement(target, result.Size, result.Checksum);
        if (replacement.Refusal is { } refusal)
        {
            return Failed(result, refusal);
        }

        result = await WithDiffAsync(context, target, content, result, cancellationToken).ConfigureAwait(false);
        var sent = await context.SendAsync(replacement.Script(context.Time.GetUtcNow()), content, cancellationToken).ConfigureAwait(false);
        return sent.Failure is null
            ? result with { Changed = true, BackupFile = sent.Stdout.Length == 0 ? null : sent.Stdout[..^1] }
            : Failed(result, sent);
    }

    private async Task<CopyResult> ForeseeAsync(
        ActionContext context, CopyScript script, Stream content, CopyResult result, CancellationToken cancellationToken)
    {
        var looked = await context.RunScriptAsync(script.Foresee(result.Size), cancellationToken).ConfigureAwait(false);
        if (looked.Failure is not null || CopyTarget.Parse(looked.Stdout) is not { } target)
        {
            return Failed(result, looked);
        }

        var replaces = target.File is not { IsLink: false, Checksum: { } there } || there != result.Checksum;
        var changes = replaces || script.Mend(target) is not null;
        result = result with { Destination = target.Path, Changed = changes };
        if (replaces && script.Replacement(target, result.Size, result.Checksum).Refusal is { } refusal)
        {
            return Failed(result with { Changed = false }, refusal);
        }

        return changes ? await WithDiffAsync(context, target, content, result, cancellationToken).ConfigureAwait(false) : result;
    }

    private async Task<CopyResult> WithDiffAsync(
        ActionContext context, CopyTarget target, Stream content, CopyResult result, CancellationToken cancellationToken) => context.Diff
        ? result with { Diff = await CopyDiff.OfAsync(context, this, target, content, result.Checksum, cancellationToken).ConfigureAwait(false) }
        : result;

    /// <exception cref="IOException">There is no such file, or it is a directory.</exception>
    private Stream OpenContent() => _content is { } bytes ? new MemoryStream(bytes.ToArray(), writable: false) : LocalFile.Open(Source ?? "");
}
