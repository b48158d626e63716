using System.Globalization;

namespace Playbooks;

/// <summary>The scripts of a copy: one checks the file on the host, one receives the content, and one only corrects mode, owner and group.</summary>
internal sealed class CopyScript
{
    private readonly Copy _copy;
    private readonly WantedAttributes _wanted;
    private readonly string _destination;

    /// <exception cref="FormatException">The mode, owner, group, destination or <c>Validate</c> command is not valid.</exception>
    internal CopyScript(Copy copy)
    {
        _copy = copy;
        _destination = ShellText.Path(copy.Destination);
        _wanted = WantedAttributes.Of(copy.Mode, copy.Owner, copy.Group);
        FileReplacement.CheckValidation(copy.Validate);
    }

    /// <summary>Determines the path of the file, and checks what exists there. A missing directory is created.</summary>
    /// <param name="size">
    /// The size of the content. Only a file of the same size is read and compared: other users may have created a file of exabytes there.
    /// </param>
    internal string Look(long size) => LookWith(size, makes: "yes");

    /// <summary>
    /// Like <see cref="Look"/>, but creates nothing. If the directory does not exist, the file counts as missing: another task may create the directory.
    /// </summary>
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

    /// <summary>Changes the mode, owner and group that differ from the task's; <see langword="null"/> if none differs.</summary>
    internal string? Mend(CopyTarget target) =>
        target.File is not { } file || _wanted.OtherThan(file) is not { } other || other == new WantedAttributes(null, null, null) ? null
            : target.IsTheirs ? Replacement(target, 0, "").Mend()
            : $"{StatScript.Functions}t={ShellText.Quote(target.Path)}\n{other.Mend("\"$t\"", file)}";

    /// <summary>Returns the script that reads the content from standard input and writes the file.</summary>
    internal FileReplacement Replacement(CopyTarget target, long size, string checksum) =>
        new(target.Path, target.File, _wanted, size, checksum)
        {
            Backup = _copy.Backup,
            InPlace = _copy.InPlace,
            IsTheirs = target.IsTheirs,
            Validate = _copy.Validate
        };
}
