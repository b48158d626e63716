using System.Globalization;
using System.Text;

namespace Playbooks;

/// <summary>Describes, for people, what a copy changes: the mode, the owner, the group, and the lines of a text.</summary>
internal static class CopyDiff
{
    /// <summary>For larger files, only the sizes are shown.</summary>
    private const int MostBytes = 1 << 20;

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Returns the difference, before anything is changed. If the content differs, the file on the host is read once more.</summary>
    /// <param name="context">The host.</param>
    /// <param name="copy">The copy.</param>
    /// <param name="target">The file on the host.</param>
    /// <param name="content">The new content, which is read from its beginning.</param>
    /// <param name="checksum">The SHA-256 of the new content.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    internal static async Task<string> OfAsync(
        ActionContext context, Copy copy, CopyTarget target, Stream content, string checksum, CancellationToken cancellationToken)
    {
        var attributes = Attributes(copy, target.File);
        if (target.File is { IsLink: false } there && there.Checksum == checksum)
        {
            return $"--- {target.Path}\n+++ {target.Path}\n{attributes}";
        }

        var before = await BeforeAsync(context, target, cancellationToken).ConfigureAwait(false);
        var after = content.Length > MostBytes ? null : await ReadAsync(content, cancellationToken).ConfigureAwait(false);
        content.Position = 0;
        var from = target.File is null ? "/dev/null" : target.Path;
        var lines = Text(before) is { } old && Text(after) is { } fresh
            ? UnifiedDiff.Of(old, fresh, from, target.Path)
            : string.Create(
                CultureInfo.InvariantCulture,
                $"--- {from}\n+++ {target.Path}\nnot text, or larger than 1 MiB: {target.File?.Size ?? 0} bytes before, {content.Length} bytes after\n");

        // An empty new file has no lines that differ.
        return (lines.Length > 0 ? lines : $"--- {from}\n+++ {target.Path}\n") + attributes;
    }

    private static string Attributes(Copy copy, StatResult? file)
    {
        var text = new StringBuilder();
        Add("mode", copy.Mode is { } mode ? StatScript.FormatMode(Convert.ToInt32(mode, 8)) : null, file?.Mode);
        Add("owner", copy.Owner, file?.Owner, file?.Uid);
        Add("group", copy.Group, file?.Group, file?.Gid);
        return text.ToString();

        void Add(string what, string? wanted, string? there, long? number = null)
        {
            if (wanted is not null && wanted != there && wanted != number?.ToString(CultureInfo.InvariantCulture))
            {
                text.Append(what).Append(": ").Append(there is null ? "" : $"{there} -> ").Append(wanted).Append('\n');
            }
        }
    }

    private static async Task<byte[]?> BeforeAsync(ActionContext context, CopyTarget target, CancellationToken cancellationToken)
    {
        if (target.File is null)
        {
            return [];
        }

        if (target.File.Size > MostBytes)
        {
            return null;
        }

        // Of a longer answer only the end is kept, and it is a failure.
        var outcome = await context.RunScriptAsync(SafeReading.Script(target.Path, target.IsTheirs, MostBytes), cancellationToken).ConfigureAwait(false);
        return outcome.Failure is null ? outcome.Output.ToArray() : null;
    }

    private static async Task<byte[]> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        content.Position = 0;
        using var read = new MemoryStream();
        await content.CopyToAsync(read, cancellationToken).ConfigureAwait(false);
        return read.ToArray();
    }

    private static string? Text(byte[]? bytes)
    {
        if (bytes is null || bytes.Contains((byte)0))
        {
            return null;
        }

        try
        {
            return s_utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
