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
    internal string Look(long size) => LookWith(
        size,
        "make \"$t\"",
        """
        {
          e=$(ls -d "$p/." 2>&1)
          case $e in
          *'No such file'*) fail "there is no directory $p on the host: make it first" ;;
          *) fail "there is no directory $p on the host: $e" ;;
          esac
        }
        """);

    /// <summary>The same, and makes nothing: where there is no directory, another task may be about to make it, and there is no file.</summary>
    /// <param name="size">The size of the content.</param>
    internal string Foresee(long size) => LookWith(size, ":", ":");

    private string Name => _copy.Source is null ? "" : Path.GetFileName(_copy.Source);

    private string LookWith(long size, string make, string missing) =>
        $$"""
        {{StatScript.Functions}}{{SafeWay.Functions}}{{SafeReading.Functions}}
        make() {
          p=${1%/}
          until [ -d "$p" ]; do
            case $p in */*) p=${p%/*}; p=${p:-/} ;; *) p=. ;; esac
          done
          case $p in /*) ;; *) p=$PWD/$p ;; esac
          (way "$p") || exit 1
          e=$(mkdir -p "$1" 2>&1) || fail "the directory cannot be made: $e"
        }
        foreign() {
          [ "$1" != 0 ] && [ "$1" != "$other" ] && [ ! -O "$t" ] || return 0
          o=$(named passwd "$1")
          case {{ShellText.Quote(_copy.Owner ?? "")}} in "$1" | "$o") ;; *) fail "$t belongs to $o, and everybody may put files there: remove it, or say that it is to be theirs (Owner)" ;; esac
        }
        whole() { if [ "$theirs" ] && command -v head >/dev/null 2>&1; then head -c {{(size + 1).ToString(CultureInfo.InvariantCulture)}} | sum; else sum; fi; }
        t={{_destination}}; n={{ShellText.Quote(Name)}}; new=
        case $t in */) new=yes ;; esac
        if [ -d "$t" ] || [ "$new" ]; then
          [ "$n" ] || fail "is a directory, and a text has no name of its own: end the destination with one"
          [ -d "$t" ] || {{make}}
          t=${t%/}/$n
        fi
        case $t in /*) ;; *) t=$PWD/$t ;; esac
        reach "$t"
        follow "$t" {{(_copy.Follow ? "40" : "0")}}
        p=${t%/*}; p=${p:-/}
        theirs= open=
        if way "$p"; then t=${PWD%/}/${t##*/}
        else {{missing}}
        fi
        if [ -L "$t" ]; then echo absent; echo
        elif [ -d "$t" ]; then fail "$t is a directory"
        elif [ -e "$t" ]; then
          [ -f "$t" ] || fail "$t is no regular file"
          a=$(look "$t"); printf '%s\n' "$a"; set -- $a
          [ -z "$open" ] || foreign "$4"
          s=; [ "$3" != {{size.ToString(CultureInfo.InvariantCulture)}} ] || ! [ -r "$t" ] || s=$(reading "$t" whole) || s=
          line "$s"
        else echo absent; echo
        fi
        echo "${theirs:-ours}"
        printf '%s\n' "$t"
        """;

    /// <summary>Changes mode, owner and group where they differ from what was asked for; <see langword="null"/> where none does.</summary>
    internal string? Mend(CopyTarget target) =>
        target.File is not { } file || _wanted.OtherThan(file) is not { } other || other == new WantedAttributes(null, null, null) ? null
            : target.IsTheirs ? Replacement(target, 0, "").Mend()
            : $"{StatScript.Functions}t={ShellText.Quote(target.Path)}\n{other.Mend("\"$t\"", file)}";

    /// <summary>Takes the content from standard input, and puts it in place.</summary>
    internal FileReplacement Replacement(CopyTarget target, long size, string checksum) =>
        new(target.Path, target.File, _wanted, size, checksum) { Backup = _copy.Backup, InPlace = _copy.InPlace, IsTheirs = target.IsTheirs, Validate = _copy.Validate };
}
