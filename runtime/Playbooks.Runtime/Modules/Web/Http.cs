using System.Globalization;
using System.Text.RegularExpressions;

namespace Playbooks;

/// <summary>
/// Sends a request to a web server, from the host. Never changed. Failed if no answer arrives, or if the status code of the answer is not expected.
/// </summary>
/// <remarks>
/// <para>
/// The headers and the body do not appear in the host's process list. The <c>wget</c> of busybox supports only <c>GET</c> and <c>POST</c>, and cannot send
/// headers; if a host has only this program, a task that needs more fails.
/// </para>
/// <para>Check mode: skipped.</para>
/// <para>Needs: <c>curl</c> or <c>wget</c>.</para>
/// </remarks>
/// <param name="Url">The address: <c>http://…</c> or <c>https://…</c>.</param>
/// <example><code>
/// [Retry(10, Delay = 3)]
/// public Http Healthy =&gt; new("http://localhost:8080/health") { Timeout = TimeSpan.FromSeconds(10), Status = [200, 204] };
/// </code></example>
public sealed partial record Http(string Url) : ScriptModule<HttpResult>
{
    /// <summary>The method. Defaults to <c>GET</c>, or <c>POST</c> with a body.</summary>
    public string? Method { get; init; }

    /// <summary>The headers of the request.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// The body of the request, sent as UTF-8. Its content type is <c>application/x-www-form-urlencoded</c> unless a header sets another one.
    /// </summary>
    public string? Body { get; init; }

    /// <summary>The longest time from the connection to the end of the answer, in whole seconds; more than zero. Defaults to 30 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The expected status codes. Defaults to 200.</summary>
    public IReadOnlyList<int> Status { get; init; } = [200];

    /// <summary>Whether to follow redirects, 20 at most. Defaults to <see langword="true"/>.</summary>
    public bool FollowRedirects { get; init; } = true;

    /// <summary>Whether the server's certificate must be valid. Defaults to <see langword="true"/>.</summary>
    public bool ValidateCertificates { get; init; } = true;

    /// <inheritdoc/>
    protected internal override string ScriptText
    {
        get
        {
            Check();
            return HttpScript.Of(this);
        }
    }

    /// <summary>The method that is used.</summary>
    internal string UsedMethod => Method ?? (Body is null ? "GET" : "POST");

    /// <summary>The time, in whole seconds.</summary>
    internal string Seconds => Math.Ceiling(Timeout.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    protected internal override HttpResult Parse(ScriptOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (outcome.Failure is { } failure)
        {
            return Failed(outcome is { WasEnded: false, LastError.Length: > 0 } ? outcome.LastError : failure);
        }

        if (HttpAnswer.Parse(outcome.Stdout, outcome.Stderr) is not { } answer)
        {
            return Failed("the host's answer is not valid");
        }

        var result = new HttpResult
        {
            Status = answer.Status,
            Content = UsedMethod == "HEAD" ? "" : answer.Content,
            Headers = answer.Headers,
            Url = answer.UrlAfter(Url),
            Redirected = answer.IsRedirected,
        };
        var reason = answer.Failure(Seconds) ?? (answer.Status is { } status && !Status.Contains(status)
            ? $"the answer is {answer.StatusLine}, but {string.Join(" or ", Status)} was expected"
            : null);
        return reason is null ? result : result with { Failed = true, Message = Told(reason) };
    }

    [GeneratedRegex(@"\A[!#$%&'*+.^_`|~0-9A-Za-z-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Token { get; }

    private HttpResult Failed(string reason) => new() { Failed = true, Url = Url, Message = Told(reason) };

    /// <summary>Begins a message with the method and the address, without the parts that may be secret: user, password and query.</summary>
    private string Told(string reason) => Uri.TryCreate(Url, UriKind.Absolute, out var uri)
        ? $"{UsedMethod} {uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)}: {reason}"
        : $"{UsedMethod}: {reason}";

    private void Check()
    {
        if (Url.AsSpan().ContainsAnyInRange('\0', ' ') || !Uri.TryCreate(Url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            throw new FormatException($"Http: '{Url}' is not an http:// or https:// address.");
        }

        if (Timeout <= TimeSpan.Zero)
        {
            throw new FormatException($"Http: Timeout ({Timeout}) must be more than zero.");
        }

        if (!Token.IsMatch(UsedMethod))
        {
            throw new FormatException($"Http: '{Method}' is not a valid method.");
        }

        foreach (var (name, value) in Headers)
        {
            if (!Token.IsMatch(name) || value.AsSpan().ContainsAny('\r', '\n', '\0'))
            {
                throw new FormatException($"Http: the header '{name}' has a name or a value that is not valid.");
            }
        }

        ShellText.RefuseNul(Body ?? "");
    }
}
