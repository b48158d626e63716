using System.Globalization;

namespace Playbooks;

/// <summary>The scripts of a copy: look at what is there, receive the content, or mend mode and owner alone.</summary>
internal sealed class CopyScript
{
    private readonly Copy _copy;
    private readonly string? _mode;
    private readonly string _destination;

    /// <exception cref="FormatException">Mode, owner, group or destination make no sense.</exception>
    internal CopyScript(Copy copy)
    {
        _copy = copy;
        _destination = ShellText.Path(copy.Destination);
        _mode = copy.Mode is null ? null : ParseMode(copy.Mode);
        RefuseName("Owner", copy.Owner);
        RefuseName("Group", copy.Group);
    }

    /// <summary>Finds out where the file goes, and looks at what is there; makes a directory that is missing.</summary>
    internal string Look => LookWith("mkdir -p \"$t\" || fail \"the directory cannot be made\"", "fail \"there is no directory $p on the host: make it first\"");

    /// <summary>The same, and makes nothing: where there is no directory, another task may be about to make it, and there is no file.</summary>
    internal string Foresee => LookWith(":", ":");

    private string Name => _copy.Source is null ? "" : Path.GetFileName(_copy.Source);

    private string LookWith(string make, string missing) =>
        $$"""
        {{StatScript.Functions}}
        t={{_destination}}; n={{ShellText.Quote(Name)}}; new=
        case $t in */) new=yes ;; esac
        if [ -d "$t" ] || [ "$new" ]; then
          [ "$n" ] || fail "is a directory, and a text has no name of its own: end the destination with one"
          [ -d "$t" ] || {{make}}
          t=${t%/}/$n
        fi
        case $t in /*) ;; *) t=$PWD/$t ;; esac
        reach "$t"
        links={{(_copy.Follow ? "40" : "0")}}
        while [ -L "$t" ] && [ "$links" -gt 0 ]; do
          links=$((links - 1))
          l=$(readlink "$t") && [ "$links" -gt 0 ] || fail "the link $t cannot be followed"
          case $l in /*) t=$l ;; *) t=${t%/*}/$l ;; esac
        done
        p=${t%/*}
        [ -d "${p:-/}" ] || {{missing}}
        if [ -L "$t" ]; then echo absent; echo
        elif [ -d "$t" ]; then fail "$t is a directory"
        elif [ -e "$t" ]; then
          [ -f "$t" ] || fail "$t is no regular file"
          look "$t"
          if [ -r "$t" ]; then s=$(sum "$t") || s=; printf '%s\n' "$s"; else echo; fi
        else echo absent; echo
        fi
        printf '%s\n' "$t"
        """;

    /// <summary>Changes mode, owner and group where they differ from what was asked for; <see langword="null"/> where none does.</summary>
    internal string? Mend(CopyTarget target)
    {
        if (target.File is not { } file)
        {
            return null;
        }

        var owner = _copy.Owner is { } user && user != file.Owner && user != Text(file.Uid) ? user : null;
        var group = _copy.Group is { } name && name != file.Group && name != Text(file.Gid) ? name : null;

        // A new owner may cost the file its set-user-id and set-group-id.
        var mode = _mode is not null && (_mode != file.Mode || owner is not null || group is not null) ? _mode : null;
        return mode is null && owner is null && group is null
            ? null
            : $"{StatScript.Functions}t={ShellText.Quote(target.Path)}\n{Own(owner, group)}{Chmod(mode)}";
    }

    /// <summary>Takes the content from standard input, and puts it in place.</summary>
    internal string Receive(CopyTarget target, long size, string checksum, DateTimeOffset now)
    {
        var directory = target.Path[..(target.Path.LastIndexOf('/') + 1)];
        var temporary = $"{directory}.playbooks-{Guid.NewGuid():N}";
        var backup = _copy.Backup && target.File is not null
            ? $"{target.Path}.{now.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}~"
            : null;
        return
            $$"""
            {{StatScript.Functions}}
            u=$(umask); umask 077
            p={{ShellText.Quote(target.Path)}}; t={{ShellText.Quote(temporary)}}
            trap 'rm -f "$t"' 0; trap 'exit 129' 1; trap 'exit 130' 2; trap 'exit 143' 15
            (set -C; : >"$t") 2>/dev/null || fail "the directory ${t%/*} cannot be written"
            e=$({ cat >"$t"; } 2>&1) || fail "cannot be written: $e"
            n=$(wc -c <"$t"); n=$((n + 0))
            [ "$n" = {{Text(size)}} ] || fail "$n of {{Text(size)}} bytes arrived; nothing was changed"
            s=$(sum "$t"); case $s in '' | *{{checksum}}*) ;; *) fail "the source changed while it was sent; nothing was changed" ;; esac
            {{Keep(target.File)}}{{Own(_copy.Owner, _copy.Group)}}umask "$u"
            {{Chmod(_mode ?? target.File?.Mode ?? "=rw")}}
            {{(backup is null ? "" : $"e=$(cp -p \"$p\" {ShellText.Quote(backup)} 2>&1) || fail \"no backup can be made: $e\"")}}
            e=$(mv -f "$t" "$p" 2>&1) || fail "cannot be replaced: $e"
            {{(backup is null ? "" : $"printf '%s\\n' {ShellText.Quote(backup)}")}}
            """;
    }

    /// <summary>Gives the new file the owner and group of the old one, as far as no others are asked for.</summary>
    private string Keep(StatResult? file)
    {
        var owner = _copy.Owner is null ? Text(file?.Uid) : "";
        var group = _copy.Group is null ? Text(file?.Gid) : "";
        var own = (owner, group) switch
        {
            ("", "") => "",
            (_, "") => owner,
            ("", _) => $":{group}",
            _ => $"{owner}:{group}",
        };
        return own.Length == 0
            ? ""
            : $$"""
              set -- $(ls -ldn "$t")
              if [ "$3:$4" != "{{(owner.Length == 0 ? "$3" : owner)}}:{{(group.Length == 0 ? "$4" : group)}}" ]; then
                e=$(chown {{own}} "$t" 2>&1) || fail "its owner and group cannot be kept: $e"
              fi

              """;
    }

    private static string Own(string? owner, string? group) =>
        (owner is null ? "" : $"e=$(chown {ShellText.Quote(owner)} \"$t\" 2>&1) || fail \"the owner cannot be changed: $e\"\n")
        + (group is null ? "" : $"e=$(chgrp {ShellText.Quote(group)} \"$t\" 2>&1) || fail \"the group cannot be changed: $e\"\n");

    private static string Chmod(string? mode) =>
        mode is null ? "" : $"e=$(chmod {mode} \"$t\" 2>&1) || fail \"the mode cannot be changed: $e\"\n";

    private static string Text(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string ParseMode(string mode) =>
        mode.Length is 3 or 4 or 5 && mode.All(c => c is >= '0' and <= '7') && (mode.Length < 5 || mode[0] == '0')
            ? StatScript.FormatMode(Convert.ToInt32(mode, 8))
            : throw new FormatException($"the mode '{mode}' is not octal, as \"0644\" is");

    private static void RefuseName(string what, string? name)
    {
        if (name is not null && (name.Length == 0 || name[0] == '-' || name.AsSpan().ContainsAny(":\n\0 ")))
        {
            throw new FormatException($"{what} '{name}' is no name of a user or group");
        }
    }
}
