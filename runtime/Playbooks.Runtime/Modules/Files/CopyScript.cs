using System.Globalization;

namespace Playbooks;

/// <summary>The scripts of a copy: look at what is there, receive the content, or mend mode and owner alone.</summary>
internal sealed class CopyScript
{
    private readonly Copy _copy;
    private readonly WantedAttributes _wanted;
    private readonly string _destination;

    /// <exception cref="FormatException">Mode, owner, group, destination or check make no sense.</exception>
    internal CopyScript(Copy copy)
    {
        _copy = copy;
        _destination = ShellText.Path(copy.Destination);
        _wanted = WantedAttributes.Of(copy.Mode, copy.Owner, copy.Group);
        FileReplacement.CheckValidation(copy.Validate);
    }

    /// <summary>Finds out where the file goes, and looks at what is there; makes a directory that is missing.</summary>
    /// <param name="size">The size of the content: only what has the same may be the same, and others may have made a file of exabytes there.</param>
    internal string Look(long size) => LookWith(size, makes: "yes");

    /// <summary>The same, and makes nothing: where there is no directory, another task may be about to make it, and there is no file.</summary>
    /// <param name="size">The size of the content.</param>
    internal string Foresee(long size) => LookWith(size, makes: "");

    private string Name => _copy.Source is null ? "" : Path.GetFileName(_copy.Source);

    private string LookWith(long size, string makes) =>
        $$"""
        {{StatScript.Functions}}{{SafeWay.Functions}}{{SafeReading.Functions}}
        t={{_destination}} n={{ShellText.Quote(Name)}} wanted={{ShellText.Quote(_copy.Owner ?? "")}} makes={{makes}}
        links={{(_copy.Follow ? "40" : "0")}} size={{size.ToString(CultureInfo.InvariantCulture)}} most={{(size + 1).ToString(CultureInfo.InvariantCulture)}}
        {{ShellFile.Text("copy")}}
        """;

    /// <summary>Changes mode, owner and group where they differ from what was asked for; <see langword="null"/> where none does.</summary>
    internal string? Mend(CopyTarget target) =>
        target.File is not { } file || _wanted.OtherThan(file) is not { } other || other == new WantedAttributes(null, null, null) ? null
            : target.IsTheirs ? Replacement(target, 0, "").Mend()
            : $"{StatScript.Functions}t={ShellText.Quote(target.Path)}\n{other.Mend("\"$t\"", file)}";

    /// <summary>Takes the content from standard input, and puts it in place.</summary>
    internal FileReplacement Replacement(CopyTarget target, long size, string checksum) =>
        new(target.Path, target.File, _wanted, size, checksum)
        {
            Backup = _copy.Backup,
            InPlace = _copy.InPlace,
            IsTheirs = target.IsTheirs,
            Validate = _copy.Validate
        };
}
