using System.Text;

namespace Playbooks;

/// <summary>The script of <see cref="Http"/>: it passes settings, headers and body to the program in files that no other user can read.</summary>
internal static class HttpScript
{
    internal static string Of(Http http)
    {
        var hasBody = http.Body is not null;

        // Names what the wget of busybox cannot do, if anything.
        var demands = (http.Headers.Count, http.FollowRedirects, http.UsedMethod, hasBody) switch
        {
            ( > 0, _, _, _) => "send headers without showing them to other users",
            (_, false, _, _) => "stop at a redirection",
            (_, _, "GET", false) or (_, _, "POST", true) => "",
            _ => $"send a {http.UsedMethod} {(hasBody ? "with" : "without")} a body",
        };
        return
            $$"""
            seconds={{http.Seconds}} checks={{(http.ValidateCertificates ? "yes" : "")}} sends={{(hasBody ? "yes" : "")}} demands={{ShellText.Quote(demands)}}
            {{Put("url", http.Url)}}
            {{Put("body", http.Body ?? "")}}
            {{Put("curl_config", Curl(http))}}
            {{Put("wget_config", Wget(http))}}
            {{ShellFile.Text("http")}}
            """;
    }

    // A function, and no variable: what the user's environment exports under a variable's name would take the value along.
    private static string Put(string name, string value) => $"put_{name}() {{ put {ShellText.Quote(value)}; }}";

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
