using System.Globalization;

namespace Playbooks;

/// <summary>The mode, owner and group that a task sets, and the commands that set them.</summary>
/// <param name="Mode">The mode as <c>chmod</c> reads it; <see langword="null"/> if the task sets none.</param>
/// <param name="Owner">A name or number, or <see langword="null"/>.</param>
/// <param name="Group">A name or number, or <see langword="null"/>.</param>
internal sealed record WantedAttributes(string? Mode, string? Owner, string? Group)
{
    /// <exception cref="FormatException">The mode is not octal, or a name is not valid.</exception>
    internal static WantedAttributes Of(string? mode, string? owner, string? group) =>
        new(mode is null ? null : ParseMode(mode), CheckName("Owner", owner), CheckName("Group", group));

    internal bool ChangesOwner => Owner is not null || Group is not null;

    /// <summary>
    /// Returns the attributes that differ from those of a file. With a new owner or group, the mode is set again, because the change may clear set-user-id and
    /// set-group-id.
    /// </summary>
    internal WantedAttributes OtherThan(StatResult file)
    {
        var owner = Owner is not null && Owner != file.Owner && Owner != Text(file.Uid) ? Owner : null;
        var group = Group is not null && Group != file.Group && Group != Text(file.Gid) ? Group : null;
        return new(Mode is not null && (Mode != file.Mode || owner is not null || group is not null) ? Mode : null, owner, group);
    }

    /// <summary>Sets the attributes of a file. At no moment can a user access the file who can access it neither before nor after the change.</summary>
    /// <param name="path">The file, as a word of the shell.</param>
    /// <param name="file">The file's attributes before the change.</param>
    internal string Mend(string path, StatResult file) => (ChangesOwner ? Narrow(path, file) : "") + Chown(path, null) + Chmod(path, Mode);

    /// <summary>Removes the permissions that only the old mode or only the new mode grants, for the time in which owner or content change.</summary>
    internal string Narrow(string path, StatResult file)
    {
        if (Mode is null || file.Mode is null)
        {
            return "";
        }

        var both = StatScript.FormatMode(Convert.ToInt32(Mode, 8) & Convert.ToInt32(file.Mode, 8));
        return both == file.Mode ? "" : Chmod(path, both);
    }

    /// <summary>Changes owner and group in one step.</summary>
    /// <param name="path">The file, as a word of the shell.</param>
    /// <param name="kept">The file whose owner and group are used if the task sets none; <see langword="null"/> keeps the file's own.</param>
    internal string Chown(string path, StatResult? kept)
    {
        if (!ChangesOwner)
        {
            return "";
        }

        var what = (Owner, Group) switch { (_, null) => "owner", (null, _) => "group", _ => "owner and group" };
        var group = Group ?? Text(kept?.Gid);
        var both = (Owner ?? Text(kept?.Uid)) + (group.Length == 0 ? "" : $":{group}");
        return $"e=$(chown -h {ShellText.Quote(both)} {path} 2>&1) || fail \"the {what} cannot be changed: $e\"\n";
    }

    internal static string Chmod(string path, string? mode) =>
        mode is null ? "" : $"e=$(chmod {mode} {path} 2>&1) || fail \"the mode cannot be changed: $e\"\n";

    private static string Text(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string ParseMode(string mode) =>
        mode.Length is 3 or 4 or 5 && mode.All(c => c is >= '0' and <= '7') && (mode.Length < 5 || mode[0] == '0')
            ? StatScript.FormatMode(Convert.ToInt32(mode, 8))
            : throw new FormatException($"the mode '{mode}' is not an octal number such as \"0644\"");

    // The colon parts owner and group wherever a system writes them; all else may be in a name: spaces, backslashes, what is not ASCII.
    private static string? CheckName(string what, string? name) =>
        name is null || (name.Length > 0 && name[0] != '-' && !name.Any(c => c == ':' || char.IsControl(c)))
            ? name
            : throw new FormatException($"{what} '{name}' is not a valid user or group name");
}
