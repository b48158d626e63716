using System.Globalization;

namespace Playbooks;

/// <summary>The output of <c>curl</c> or <c>wget</c>: the headers of all answers, and the content of the last.</summary>
internal sealed class HttpAnswer
{
    private const string Separator = "\n.\n";

    private readonly List<(string StatusLine, Dictionary<string, string> Headers)> _blocks = [];
    private string _tool = "";
    private int _rc;
    private string _error = "";

    private HttpAnswer()
    {
    }

    internal string Content { get; private init; } = "";

    internal int? Status => _blocks is [.., var last] && last.StatusLine.Split(' ') is [_, var code, ..]
        && int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : null;

    /// <summary>The last status code with its phrase, such as <c>404 Not Found</c>.</summary>
    internal string StatusLine => _blocks is [.., var last] ? last.StatusLine[(last.StatusLine.IndexOf(' ', StringComparison.Ordinal) + 1)..] : "";

    internal IReadOnlyDictionary<string, string> Headers => _blocks is [.., var last] ? last.Headers : new Dictionary<string, string>();

    internal bool IsRedirected => Redirections.Any();

    private IEnumerable<string> Redirections => _blocks.SkipLast(1)
        .Where(block => block.StatusLine.Split(' ') is [_, ['3', _, _], ..])
        .Select(block => block.Headers.GetValueOrDefault("Location"))
        .OfType<string>();

    internal static HttpAnswer? Parse(string stdout, string stderr)
    {
        var end = stdout.IndexOf(Separator, StringComparison.Ordinal);
        if (end < 0)
        {
            return null;
        }

        var lines = stdout[..end].Split('\n');
        if (lines[0].Split(' ') is not [var tool, var rc] || !int.TryParse(rc, NumberStyles.None, CultureInfo.InvariantCulture, out var status))
        {
            return null;
        }

        var answer = new HttpAnswer { Content = stdout[(end + Separator.Length)..], _tool = tool, _rc = status, _error = LastLine(stderr) };
        foreach (var line in lines.Skip(1))
        {
            answer.Read(line);
        }

        return answer;
    }

    /// <summary>Returns the address after all redirects.</summary>
    internal string UrlAfter(string url) =>
        Redirections.Aggregate(new Uri(url), (from, location) => Uri.TryCreate(from, location, out var to) ? to : from) is { } last && IsRedirected
            ? last.AbsoluteUri
            : url;

    /// <summary>Returns why no complete answer arrived; <see langword="null"/> if one did, with whatever status.</summary>
    internal string? Failure(string seconds)
    {
        if (IsWhole)
        {
            return null;
        }

        var isTimeout = _tool == "curl" ? _rc == 28 : _rc is 124 or 137 or 143 || Says("timed out");
        return this switch
        {
            _ when isTimeout => $"timed out after {seconds} s",
            _ when Says("refused") => $"connection refused ({_error})",
            { _tool: "curl", _rc: 7 } => $"connection refused, or no route to the host ({_error})",
            _ when Says("resolve") || Says("bad address") => $"the name cannot be resolved ({_error})",
            _ when Says("certificate") => $"the certificate is not trusted ({_error})",
            _ => _error.Length > 0 ? _error : $"{_tool} ended with rc {_rc}",
        };
    }

    /// <summary><c>wget</c> also fails if the status code is an error, although the answer is complete.</summary>
    private bool IsWhole => Status is { } status && (_rc == 0 || (_tool, _rc, status) is ("wget", 8, >= 300) or ("busybox", 1, >= 300));

    private static string LastLine(string text) => text.TrimEnd().Split('\n')[^1].Trim();

    private bool Says(string what) => _error.Contains(what, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a line of headers. <c>wget</c> indents headers by two blanks, and prints error messages between them.</summary>
    private void Read(string line)
    {
        var text = line.Trim();
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (_tool != "curl" && !line.StartsWith("  ", StringComparison.Ordinal))
        {
            _error = text.Length > 0 && !text.StartsWith("Giving up", StringComparison.Ordinal) ? text : _error;
        }
        else if (text.StartsWith("HTTP/", StringComparison.Ordinal))
        {
            _blocks.Add((text, new(StringComparer.OrdinalIgnoreCase)));
        }
        else if (colon > 0 && _blocks is [.., var last])
        {
            var (name, value) = (text[..colon], text[(colon + 1)..].Trim());
            last.Headers[name] = last.Headers.TryGetValue(name, out var others) ? $"{others}, {value}" : value;
        }
    }
}
