using System.Globalization;
using Playbooks.Connections;

namespace Playbooks;

/// <summary>How a host is asked for its facts: one script, and what it prints: a line each, and a line with a plus for every further line of a value.</summary>
internal static class FactsScript
{
    /// <summary>The shell does not multiply: mksh counts in 32 bits.</summary>
    internal const string Text =
        """
        LC_ALL=C; export LC_ALL
        say() {
          [ "$2" ] || return 0
          k=$1; v=$2
          while case $v in *'
        '*) ;; *) false ;; esac; do
            printf '%s=%s\n' "$k" "${v%%'
        '*}"; k=+; v=${v#*'
        '}
          done
          printf '%s=%s\n' "$k" "$v"
        }
        set -f; set -- $(uname -srm)
        say system "$1"; say kernel "$2"; [ "$#" -lt 3 ] || shift 2; say architecture "$*"; say hostname "$(uname -n)"
        for f in /etc/os-release /usr/lib/os-release; do
          if [ -r "$f" ]; then
            (. "$f"; say distribution "${ID-}"; say version "${VERSION_ID-}"; say name "${PRETTY_NAME-}"; say like "${ID_LIKE-}") 2>/dev/null
            break
          fi
        done
        say processors "$(getconf _NPROCESSORS_ONLN 2>/dev/null || nproc 2>/dev/null || grep -c '^processor' /proc/cpuinfo 2>/dev/null || sysctl -n hw.ncpu 2>/dev/null)"
        if [ -r /proc/meminfo ]; then
          while read -r key value unit; do [ "$key" != MemTotal: ] || say kibibytes "$value"; done </proc/meminfo
        else
          say bytes "$(sysctl -n hw.memsize 2>/dev/null || sysctl -n hw.physmem 2>/dev/null)"
        fi
        if [ -r /proc/uptime ]; then read -r up rest </proc/uptime; say uptime "$up"; fi
        say user "$(id -un 2>/dev/null)"; say uid "$(id -u)"; say home "$HOME"
        for tool in apt-get dnf yum zypper apk pacman opkg pkg brew; do
          if command -v "$tool" >/dev/null 2>&1; then say packages "${tool%-get}"; break; fi
        done
        if [ -d /run/systemd/system ]; then say services systemd
        elif [ -d /run/openrc ]; then say services openrc
        elif [ -r /proc/1/comm ]; then read -r init </proc/1/comm; say services "$init"
        fi
        PATH=$PATH:/usr/sbin:/sbin
        if addresses=$(ip -o addr show scope global 2>/dev/null); then
          printf '%s\n' "$addresses" | while read -r number device family address rest; do say address "${address%%/*}"; done
          set -- $(ip -o route get 192.0.2.1 2>/dev/null || ip -o route get 2001:db8::1 2>/dev/null)
          while [ "$#" -gt 1 ]; do
            if [ "$1" = src ]; then say default "$2"; break; fi
            shift
          done
        else
          ifconfig 2>/dev/null | while read -r family address rest; do
            case $family in inet | inet6) address=${address#addr:}; address=${address%%/*}; address=${address%%%*} ;; *) continue ;; esac
            case $address in 127.* | ::1 | fe80:* | '') ;; *) say address "$address" ;; esac
          done
        fi
        exit 0
        """;

    /// <summary>Reads what the script printed; <see langword="null"/> where it is nothing of it.</summary>
    internal static Facts? Parse(string text)
    {
        var said = text.Replace("\n+=", "\0", StringComparison.Ordinal).Split('\n').Select(line => line.Split('=', 2)).Where(parts => parts.Length == 2)
            .ToLookup(parts => parts[0], parts => parts[1].Replace('\0', '\n'));
        string? One(string key) => said[key].FirstOrDefault();
        return One("system") is not { } system
            ? null
            : new Facts
            {
                System = system,
                Hostname = One("hostname"),
                Kernel = One("kernel"),
                Architecture = One("architecture"),
                Distribution = One("distribution"),
                DistributionVersion = One("version"),
                DistributionName = One("name"),
                DistributionLike = One("like")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [],
                Processors = Number<int>(One("processors")),
                Memory = Number<long>(One("kibibytes")) is >= 0 and <= long.MaxValue / 1024 and var kibibytes ? kibibytes * 1024 : Number<long>(One("bytes")),
                Uptime = Number<double>(One("uptime")) is { } seconds ? HostAnswer.Duration(seconds) : null,
                User = One("user"),
                Uid = Number<int>(One("uid")),
                Home = One("home"),
                PackageManager = One("packages"),
                ServiceManager = One("services"),
                Addresses = [.. said["address"]],
                DefaultAddress = One("default"),
            };
    }

    private static T? Number<T>(string? text)
        where T : struct, IParsable<T> => T.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;
}
