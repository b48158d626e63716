using System.Security.Cryptography;

namespace Playbooks;

/// <summary>
/// Brings a file of the host to the machine that runs the playbook. What is there is compared by its SHA-256, and nothing is sent if it is
/// the same; otherwise the new file takes the place of the old in one step. Changed if the content changed; failed if there is no such file.
/// </summary>
/// <remarks>
/// A new file is readable to nobody but the user who runs the playbook; one that is there keeps its mode. Where the files of two hosts would
/// go to one path, the second fails: put the host's name into the path, or end it with a slash.
/// </remarks>
/// <param name="Source">The file on the host; relative to the home of the task's user. A symbolic link is followed.</param>
/// <param name="Destination">
/// The file on the machine that runs the playbook; relative to the folder of the playbook's own file, where it is run as
/// <c>dotnet run playbook.cs</c>, else to the working directory. A path that ends in a slash is a directory, where the file is found under
/// its host's name and its whole path: <c>HOST/etc/app/config.yml</c>. Directories are made.
/// </param>
/// <example><code>public Fetch Log(Host host) => new("/var/log/app.log", $"logs/{host.Name}.log");</code></example>
public sealed record Fetch(string Source, string Destination) : ActionModule<FetchResult>
{
    private const UnixFileMode OwnersAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;

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
        Failed(result, outcome is { Rc: 1, LastError.Length: > 0 } ? outcome.LastError : outcome.Failure ?? "the host's answer makes no sense");

    private async Task<FetchResult> RunAsync(ActionContext context, bool foresees, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var result = new FetchResult { Source = Source };
        try
        {
            var looked = await context.RunScriptAsync(Look, cancellationToken).ConfigureAwait(false);
            if (looked.Failure is not null || looked.Stdout.Split('\n') is not [var line, var sum, var path, ""] || StatScript.Parse(line) is not { } file)
            {
                return Failed(result, looked);
            }

            result = result with { Source = path, Destination = PathFor(context.Host, path), Size = file.Size, Checksum = StatScript.Checksum(sum) ?? "" };
            if (FetchedFiles.Other(context, result.Destination, path) is { } other)
            {
                return Failed(result, $"{result.Destination} is already {other.Source} of {other.Host.Name}: put the host's name into the destination, or end it with a slash");
            }

            var there = await ChecksumAsync(result.Destination, cancellationToken).ConfigureAwait(false);
            return there is not null && there == result.Checksum ? result
                : foresees ? result with { Changed = true }
                : await FetchAsync(context, result, there, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException)
        {
            return Failed(result, exception.Message);
        }
    }

    private string Look =>
        $$"""
        {{StatScript.Functions}}
        p={{ShellText.Path(Source)}}
        case $p in /*) ;; *) p=$PWD/$p ;; esac
        [ -e "$p" ] || { reach "$p"; fail "there is no such file on the host"; }
        [ -d "$p" ] && fail "is a directory: fetch its files, or an archive of it"
        [ -f "$p" ] || fail "is no regular file"
        [ -r "$p" ] || fail "cannot be read"
        case $p in *'
        '*) fail "has a line end in its name" ;; esac
        look "$p" -L
        s=$(sum "$p") || fail "cannot be read"; printf '%s\n' "$s"
        printf '%s\n' "$p"
        """;

    /// <exception cref="IOException">The path would lead out of the destination.</exception>
    private string PathFor(Host host, string source)
    {
        var path = LocalFile.PathOf(Destination);
        if (!Destination.EndsWith('/'))
        {
            return Directory.Exists(path) ? throw new IOException($"the destination {path} is a directory: end it with a slash, or name the file") : path;
        }

        var file = Path.GetFullPath(Path.Join(path, host.Name, source));
        return file.StartsWith(path, StringComparison.Ordinal) ? file : throw new IOException($"the file of {host.Name} would be outside of {path}");
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

    private static async Task<FetchResult> FetchAsync(ActionContext context, FetchResult result, string? there, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(result.Destination) ?? "/");
        var temporary = $"{result.Destination}.playbooks-{Guid.NewGuid():N}";
        try
        {
            var received = await ReceiveAsync(context, result.Source, temporary, cancellationToken).ConfigureAwait(false);
            if (received.Failure is not null)
            {
                return Failed(result, received);
            }

            var arrived = await ChecksumAsync(temporary, cancellationToken).ConfigureAwait(false) ?? "";
            if (result.Checksum.Length > 0 && result.Checksum != arrived)
            {
                return Failed(result, "changed while it was fetched; nothing was changed here");
            }

            result = result with { Checksum = arrived, Size = new FileInfo(temporary).Length };
            if (arrived == there)
            {
                return result;
            }

            if (there is not null && !OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(result.Destination));
            }

            File.Move(temporary, result.Destination, overwrite: true);
            return result with { Changed = true };
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static async Task<ScriptOutcome> ReceiveAsync(ActionContext context, string source, string file, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 1 << 16 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnersAlone;
        }

        var content = new FileStream(file, options);
        await using (content.ConfigureAwait(false))
        {
            return await context.ReceiveAsync($"cat {ShellText.Path(source)}", content, cancellationToken).ConfigureAwait(false);
        }
    }
}
