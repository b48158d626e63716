using System.Globalization;
using System.Security.Cryptography;
using Playbooks.Connections.SshNet;

namespace Playbooks;

/// <summary>Copies a file from the host to the controller. Changed if the content changed; failed if the file does not exist on the host.</summary>
/// <remarks>
/// <para>
/// The content is compared by its SHA-256, and nothing is sent if the controller already has the same content. Otherwise, the new file replaces the old one in
/// one step. Only the user who runs the playbook may read a new file; an existing file keeps its mode.
/// </para>
/// <para>
/// The host first checks the file, and then sends it. If the file only grows between the check and the transfer, as a log does, the task fetches the part that
/// existed at the check. If the file changes in any other way, the host checks it again, at most three times. If the files of two hosts would get the same path
/// on the controller, the task fails on the second host. To avoid this, put the host's name into the path, or end the path with a slash.
/// </para>
/// <para>Check mode: compares the content, and predicts the change. Nothing is sent.</para>
/// <para>Needs: one of <c>sha256sum</c>, <c>shasum</c>, <c>openssl</c>, <c>busybox</c> and <c>sha256</c>; without them, the content is always sent.</para>
/// </remarks>
/// <param name="Source">The file on the host. A relative path starts at the home directory of the task's user. A symbolic link is followed.</param>
/// <param name="Destination">
/// The file on the controller. A relative path starts at the folder of the playbook's file if the playbook runs as <c>dotnet run FILE.cs</c>, otherwise at the
/// working directory. A path that ends with a slash is a directory; in this directory, the file's path begins with the host's name:
/// <c>HOST/etc/app/app.yml</c>. Missing directories are created.
/// </param>
/// <example><code>public Fetch Log(Host host) =&gt; new("/var/log/app.log", $"logs/{host.Name}.log");</code></example>
public sealed record Fetch(string Source, string Destination) : ActionModule<FetchResult>
{
    private const int MostLooks = 3;

    // By how much more a file may grow while it comes, where a host has no head; and all that may come of a file that has no size.
    private const long Growth = 64L << 20;

    /// <summary>
    /// The size of the largest file that is fetched, in bytes. The limit protects the controller's disk from users of the host who can write to the file. The
    /// transfer also stops if the host sends 64 MiB more than the size that it reported. Defaults to 10 GiB.
    /// </summary>
    public long MaxSize { get; init; } = 10L << 30;

    /// <inheritdoc/>
    protected internal override Task<FetchResult> RunAsync(ActionContext context, CancellationToken cancellationToken) =>
        RunAsync(context, foresees: false, cancellationToken);

    /// <inheritdoc/>
    protected internal override Task<FetchResult> PredictAsync(ActionContext context, CancellationToken cancellationToken) =>
        RunAsync(context, foresees: true, cancellationToken);

    /// <inheritdoc/>
    protected internal override FetchResult FailedResult(string message) => new() { Source = Source };

    private static FetchResult Failed(FetchResult result, string message) =>
        result with { Failed = true, Message = $"{result.Source}: {message}" };

    private static FetchResult Failed(FetchResult result, ScriptOutcome outcome) =>
        Failed(result, outcome is { Rc: 1, LastError.Length: > 0 } ? outcome.LastError : outcome.Failure ?? "the host's answer is not valid");

    private async Task<FetchResult> RunAsync(ActionContext context, bool foresees, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var result = new FetchResult { Source = Source };
        try
        {
            for (var looks = 1; ; looks++)
            {
                var looked = await context.RunScriptAsync(Look, cancellationToken).ConfigureAwait(false);
                if (looked.Failure is not null || Read(looked.Stdout, context.Host) is not var (seen, isTheirs))
                {
                    return Failed(result, looked);
                }

                result = seen;
                if (result.Size > MaxSize)
                {
                    var sizes = string.Create(CultureInfo.InvariantCulture, $"has {result.Size} bytes, more than MaxSize ({MaxSize}): increase MaxSize");
                    return Failed(result, sizes);
                }

                if (ReceivedFiles.Other(context.Play, context.Host, result.Destination, result.Source) is { } other)
                {
                    return Failed(
                        result,
                        $"{result.Destination} already contains {other.Source} of {other.Host.Name}: " +
                        "use the host's name in the destination, or end the destination with a slash");
                }

                var there = await ChecksumAsync(result.Destination, cancellationToken).ConfigureAwait(false);
                if (foresees || (there is not null && there == result.Checksum))
                {
                    return result with { Changed = there is null || there != result.Checksum };
                }

                if (await FetchAsync(context, result, isTheirs, there, cancellationToken).ConfigureAwait(false) is { } fetched)
                {
                    return fetched;
                }

                if (looks == MostLooks)
                {
                    return Failed(result, "changed while it was fetched; nothing was changed on this machine");
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException)
        {
            return Failed(result, exception.Message);
        }
    }

    // The size is that of one moment, and the checksum is of as much: what is appended later belongs to neither.
    private string Look =>
        $$"""
        {{StatScript.Functions}}{{SafeWay.Functions}}{{SafeReading.Functions}}
        p={{ShellText.Path(Source)}} most={{MaxSize.ToString(CultureInfo.InvariantCulture)}}
        {{ShellFile.Text("fetch")}}
        """;

    /// <summary>What the host's check of the file found, and whether another user can replace the file.</summary>
    private (FetchResult Seen, bool IsTheirs)? Read(string answer, Host host) =>
        StatScript.Parse(answer, out var rest) is { } file
        && rest.Split('\n', 3) is [var sum, ("ours" or "yes") and var whose, [.. var path, '\n']] && path.StartsWith('/')
            ? (new FetchResult { Source = path, Destination = PathFor(host, path), Size = file.Size, Checksum = StatScript.Checksum(sum) ?? "" },
                whose == "yes")
            : null;

    /// <exception cref="IOException">The path is outside of the destination.</exception>
    private string PathFor(Host host, string source)
    {
        var path = LocalFile.PathOf(Destination);
        if (!Destination.EndsWith('/'))
        {
            return Directory.Exists(path)
                ? throw new IOException($"the destination {path} is a directory: end the destination with a slash, or name a file")
                : path;
        }

        // What a host says has no word in it, but for where the home of its user is, and that stays within the host's own folder.
        var folder = Path.GetFullPath(Path.Join(path, host.Name)) + Path.DirectorySeparatorChar;
        var file = Path.GetFullPath(Path.Join(folder, Source.StartsWith('/') ? Source : source));
        return folder.StartsWith(path, StringComparison.Ordinal) && folder.Length > path.Length + 1 && file.StartsWith(folder, StringComparison.Ordinal)
            ? file
            : throw new IOException($"the file of {host.Name} would be outside of {folder}");
    }

    private static async Task<string?> ChecksumAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true);
        await using (content.ConfigureAwait(false))
        {
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken).ConfigureAwait(false));
        }
    }

    /// <summary>Fetches the file; returns <see langword="null"/> if the file has changed since the host's check.</summary>
    private static async Task<FetchResult?> FetchAsync(
        ActionContext context, FetchResult result, bool isTheirs, string? there, CancellationToken cancellationToken)
    {
        using var file = new ArrivingFile(result.Destination);
        var received = await ReceiveAsync(context, result, isTheirs, file.Content, cancellationToken).ConfigureAwait(false);
        if (received.Failure is not null)
        {
            return Failed(result, received);
        }

        // What has no size, as what the kernel makes up, is what one reading of it gives.
        var arrived = await ChecksumAsync(file.Path, cancellationToken).ConfigureAwait(false) ?? "";
        if (result is { Checksum.Length: > 0, Size: > 0 } && result.Checksum != arrived)
        {
            return null;
        }

        result = result with { Checksum = arrived, Size = new FileInfo(file.Path).Length };
        if (arrived == there)
        {
            return result;
        }

        file.TakePlace();
        return result with { Changed = true };
    }

    private static async Task<ScriptOutcome> ReceiveAsync(
        ActionContext context, FetchResult result, bool isTheirs, FileStream content, CancellationToken cancellationToken)
    {
        var script = SafeReading.Script(result.Source, isTheirs, result.Size);
        await using (content.ConfigureAwait(false))
        {
            var outcome = await ReceiveAsync(context, script, content, Math.Max(0, result.Size) + Growth, cancellationToken).ConfigureAwait(false);
            if (result.Size > 0 && content.Length > result.Size)
            {
                content.SetLength(result.Size);
            }

            return outcome;
        }
    }

    /// <exception cref="IOException">The host sends more than it is allowed to.</exception>
    private static async Task<ScriptOutcome> ReceiveAsync(
        ActionContext context, string script, FileStream content, long most, CancellationToken cancellationToken)
    {
        const string Message = "the host sent over 64 MiB more than the file's size; nothing was changed on this machine";
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var left = most;
        var isOver = false;
        using var bounded = new SinkStream(data =>
        {
            left -= data.Length;
            isOver = left < 0;
            if (isOver)
            {
                _ = ending.CancelAsync();
                throw new IOException(Message);
            }

            content.Write(data);
        });
        try
        {
            return await context.ReceiveAsync(script, bounded, ending.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (isOver && !cancellationToken.IsCancellationRequested)
        {
            throw new IOException(Message);
        }
    }
}
