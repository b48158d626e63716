using System.Globalization;

namespace Playbooks;

/// <summary>The mode, owner and group that a task asks for, and the commands that give them to a file.</summary>
/// <param name="Mode">As <c>chmod</c> takes it, or <see langword="null"/>.</param>
/// <param name="Owner">A name or number, or <see langword="null"/>.</param>
/// <param name="Group">A name or number, or <see langword="null"/>.</param>
internal sealed record WantedAttributes(string? Mode, string? Owner, string? Group)
{
    /// <exception cref="FormatException">The mode is not octal, or a name cannot be one.</exception>
    internal static WantedAttributes Of(string? mode, string? owner, string? group) =>
        new(mode is null ? null : ParseMode(mode), CheckName("Owner", owner), CheckName("Group", group));

    internal bool ChangesOwner => Owner is not null || Group is not null;

    /// <summary>What of it differs from what a file has. A new owner may cost the file its set-user-id and set-group-id: then the mode, too.</summary>
    internal WantedAttributes OtherThan(StatResult file)
    {
        var owner = Owner is not null && Owner != file.Owner && Owner != Text(file.Uid) ? Owner : null;
        var group = Group is not null && Group != file.Group && Group != Text(file.Gid) ? Group : null;
        return new(Mode is not null && (Mode != file.Mode || owner is not null || group is not null) ? Mode : null, owner, group);
    }

    /// <summary>Gives a file what is asked for, in a way that nobody can use it in between who may neither before nor after.</summary>
    /// <param name="path">The file, as a word of the shell.</param>
    /// <param name="file">What it has.</param>
    internal string Mend(string path, StatResult file) => (ChangesOwner ? Narrow(path, file) : "") + Chown(path, null) + Chmod(path, Mode);

    /// <summary>Takes away what only the old or only the new mode allows, where owner or content change in a step of their own.</summary>
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
    /// <param name="kept">Whose owner and group stay where no other is asked for; <see langword="null"/> for the file's own.</param>
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
