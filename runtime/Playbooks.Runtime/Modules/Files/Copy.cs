using System.Security.Cryptography;
using System.Text;

namespace Playbooks;

/// <summary>
/// Writes a file, a text or bytes to the host. Changed if the content, the mode, the owner or the group changed. Failed if the source does not exist, or if the
/// host cannot keep an attribute of the existing file.
/// </summary>
/// <remarks>
/// <para>
/// The content is compared by its SHA-256, and nothing is sent if the host already has the same content. Otherwise, the new file replaces the old one in one
/// step: no other process can read a half-written file.
/// </para>
/// <para>
/// Without <see cref="Mode"/>, <see cref="Owner"/> and <see cref="Group"/>, an existing file keeps its mode, owner and group, and a new file gets the mode,
/// owner and group that all new files of the task's user get. An existing file also keeps its access control list, security context, extended attributes,
/// capabilities and holes. If the host cannot keep one of these attributes, or the file has several names (hard links), is a mount point or is immutable, the
/// task fails and changes nothing.
/// </para>
/// <para>A source that is a directory is not supported.</para>
/// <para>
/// Check mode: compares content, mode, owner and group, and predicts the change. Nothing is sent or created, and <see cref="Validate"/> does not run.
/// </para>
/// <para>Differences: the changed lines for text in UTF-8 up to 1 MiB, otherwise the sizes; and the mode, owner and group if the task sets them.</para>
/// <para>
/// Needs: one of <c>sha256sum</c>, <c>shasum</c>, <c>openssl</c>, <c>busybox</c> and <c>sha256</c>; on hosts without the <c>cp</c> of coreutils also
/// <c>getfacl</c>, <c>setfacl</c>, <c>getfattr</c> and <c>setfattr</c>.
/// </para>
/// </remarks>
/// <example><code>public Copy Config =&gt; new("app.yml", "/etc/app/app.yml") { Mode = "0640", Group = "app", Backup = true };</code></example>
/// <example><code>public Copy Motd(Host host) =&gt; Copy.Text($"Welcome to {host.Name}\n", "/etc/motd");</code></example>
public sealed record Copy : ActionModule<CopyResult>
{
    private readonly ReadOnlyMemory<byte>? _content;

    /// <summary>Copies a file of the controller.</summary>
    /// <param name="source">
    /// The file. A relative path starts at the folder of the playbook's file if the playbook runs as <c>dotnet run FILE.cs</c>, otherwise at the working
    /// directory.
    /// </param>
    /// <param name="destination">
    /// The file on the host. A relative path starts at the home directory of the task's user. A path that ends with a slash is a directory, which is created if
    /// it does not exist. In a directory, the file keeps its own name.
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

    /// <summary>The file on the controller; <see langword="null"/> if the content was passed as text or bytes.</summary>
    public string? Source { get; }

    /// <summary>The file on the host; a directory if it ends with a slash.</summary>
    public string Destination { get; }

    /// <summary>The permissions in octal: <c>"0644"</c>. Defaults to the permissions of the existing file.</summary>
    public string? Mode { get; init; }

    /// <summary>The owner, as name or number. Defaults to the owner of the existing file.</summary>
    public string? Owner { get; init; }

    /// <summary>The group, as name or number. Defaults to the group of the existing file.</summary>
    public string? Group { get; init; }

    /// <summary>Whether to keep the old file beside the new one, as <c>NAME.YYYYMMDDhhmmss~</c>. Defaults to <see langword="false"/>.</summary>
    public bool Backup { get; init; }

    /// <summary>
    /// Whether to write into the existing file instead of replacing it. Hard links and mount points then stay, and the task needs no rights on the directory.
    /// However, other processes may read a half-written file, and if the host is switched off during the write, the file may stay half-written. Defaults to
    /// <see langword="false"/>.
    /// </summary>
    public bool InPlace { get; init; }

    /// <summary>
    /// A command for the host's <c>/bin/sh</c> that checks the new file before it replaces the old one; <c>%s</c> is the path of the new file. If the command's
    /// exit status is not 0, nothing changes, and the task fails with the output of the command. The command starts in the directory of the new file. The
    /// command must not change to another directory before it reads the file, because <c>%s</c> may be a path that is valid only there.
    /// </summary>
    /// <example><code>public Copy Rights =&gt; new("app.sudoers", "/etc/sudoers.d/app") { Mode = "0440", Validate = "visudo -cf %s" };</code></example>
    public CommandLine? Validate { get; init; }

    /// <summary>
    /// Whether to replace the target of a symbolic link at the destination, instead of the link itself. A link to a directory is always followed. Defaults to
    /// <see langword="false"/>.
    /// </summary>
    public bool Follow { get; init; }

    /// <summary>Writes a text, as UTF-8.</summary>
    /// <param name="text">The text.</param>
    /// <param name="destination">The file on the host.</param>
    public static Copy Text(string text, string destination) => new(Encoding.UTF8.GetBytes(text), destination);

    /// <summary>Writes bytes.</summary>
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

    /// <exception cref="IOException">The file does not exist, or is a directory.</exception>
    private Stream OpenContent() => _content is { } bytes ? new MemoryStream(bytes.ToArray(), writable: false) : LocalFile.Open(Source ?? "");
}
