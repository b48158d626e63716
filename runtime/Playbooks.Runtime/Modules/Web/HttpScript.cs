using System.Text;

namespace Playbooks;

/// <summary>The script of <see cref="Http"/>: settings, headers and body go to the tool in files that nobody else can read.</summary>
internal static class HttpScript
{
    internal static string Of(Http http)
    {
        var hasBody = http.Body is not null;

        // Names what the wget of busybox cannot do, if anything.
        var demands = (http.Headers.Count, http.FollowRedirects, http.UsedMethod, hasBody) switch
        {
            ( > 0, _, _, _) => "send headers unseen",
            (_, false, _, _) => "leave redirections alone",
            (_, _, "GET", false) or (_, _, "POST", true) => "",
            _ => $"send such a {http.UsedMethod}",
        };
        return
            $$"""
            LC_ALL=C; export LC_ALL; umask 077
            fail() { put "$1" >&2; exit 1; }
            # Where printf is no builtin, its arguments would show in the process list.
            put() { if [ "${KSH_VERSION-}" ]; then print -rn -- "$1"; else printf %s "$1"; fi; }
            limit() { if command -v timeout >/dev/null 2>&1; then timeout {{http.Seconds}} "$@"; else "$@"; fi; }
            # Others may have taken all names that they can guess.
            t=$(mktemp -d "${TMPDIR:-/tmp}/playbooks-http-XXXXXX" 2>/dev/null) || {
              t=${TMPDIR:-/tmp}/playbooks-http-$$; n=0
              until e=$(mkdir "$t" 2>&1); do
                n=$((n + 1)); t=${TMPDIR:-/tmp}/playbooks-http-$$-$n
                [ "$n" -lt 100 ] || fail "no temporary directory can be made in ${TMPDIR:-/tmp}: $e"
              done
            }
            trap 'cd /; rm -rf "$t"' 0; trap 'exit 129' 1; trap 'exit 130' 2; trap 'exit 143' 15
            cd "$t" || exit
            : >headers; : >answer
            {{(hasBody ? $"put {ShellText.Quote(http.Body!)} >body" : "")}}
            if command -v curl >/dev/null 2>&1; then
              put {{ShellText.Quote(Curl(http))}} >config
              curl -q -K config; tool="curl $?"
            elif command -v wget >/dev/null 2>&1; then
              case $(wget --help 2>&1) in
              *BusyBox*)
                demands={{ShellText.Quote(demands)}}
                [ -z "$demands" ] || fail "the wget of busybox cannot $demands: install curl on the host"
                limit wget -q -S {{(http.ValidateCertificates ? "" : "--no-check-certificate ")}}{{(hasBody ? "--post-file body " : "")}}-O answer {{ShellText.Quote(http.Url)}} 2>headers
                tool="busybox $?" ;;
              *)
                put {{ShellText.Quote(Wget(http))}} >config
                put {{ShellText.Quote(http.Url)}} >url
                WGETRC=$t/config limit wget -nv -O answer -i url 2>headers
                tool="wget $?" ;;
              esac
            else
              fail "there is neither curl nor wget on the host"
            fi
            echo "$tool"; cat headers; echo; echo .; cat answer
            """;
    }

    private static string Curl(Http http)
    {
        var config = new StringBuilder("silent\nshow-error\ngloboff\nproto = \"=http,https\"\nmax-redirs = 20\n");
        config.Append("output = \"answer\"\ndump-header = \"headers\"\n");
        Set("url", http.Url);
        Set("max-time", http.Seconds);
        if (http.UsedMethod == "HEAD")
        {
            config.Append("head\n");
        }
        else if (http.UsedMethod != (http.Body is null ? "GET" : "POST"))
        {
            Set("request", http.UsedMethod);
        }

        if (http.Body is not null)
        {
            Set("data-binary", "@body");
        }

        foreach (var (name, value) in http.Headers)
        {
            // A name with a colon and no value would take the header away.
            Set("header", value.Length == 0 ? $"{name};" : $"{name}: {value}");
        }

        config.Append(http.FollowRedirects ? "location\n" : "").Append(http.ValidateCertificates ? "" : "insecure\n");
        return config.ToString();

        void Set(string option, string value) => config.Append(
            $"{option} = \"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"\n");
    }

    private static string Wget(Http http)
    {
        var config = new StringBuilder("server_response = on\ncontent_on_error = on\ntries = 1\nnetrc = off\nhsts = off\n");
        config.Append($"method = {http.UsedMethod}\ntimeout = {http.Seconds}\nmax_redirect = {(http.FollowRedirects ? "20" : "0")}\n");
        config.Append(http.ValidateCertificates ? "" : "check_certificate = off\n");
        config.Append(http.Body is null ? "" : "body_file = body\n");
        foreach (var (name, value) in http.Headers)
        {
            config.Append($"header = {name}: {value}\n");
        }

        return config.ToString();
    }
}
