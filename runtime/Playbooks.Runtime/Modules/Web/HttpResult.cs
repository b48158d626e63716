namespace Playbooks;

/// <summary>The result of <see cref="Http"/>.</summary>
public sealed record HttpResult : TaskResult
{
    private readonly KeptText _content = KeptText.Nothing;

    /// <summary>The status code of the last answer; <see langword="null"/> if no answer arrived.</summary>
    public int? Status { get; init; }

    /// <summary>The body of the last answer, read as UTF-8.</summary>
    /// <exception cref="IOException">The body was moved to the run's file because memory was full, and cannot be read from there.</exception>
    public string Content
    {
        get => _content.Text;
        init => _content = KeptText.Of(value);
    }

    /// <summary>
    /// The headers of the last answer. The case of the names does not matter. If several headers have the same name, their values are joined by commas.
    /// </summary>
    public IReadOnlyDictionary<string, string> Headers
    {
        get;
        init => field = InAnyCase(value);
    }
    = InAnyCase(new Dictionary<string, string>());

    /// <summary>The address from which the last answer came.</summary>
    public string Url { get; init; } = "";

    /// <summary>Whether <see cref="Url"/> differs from the address of the request.</summary>
    public bool Redirected { get; init; }

    /// <inheritdoc/>
    internal override (KeptText First, KeptText Second) Kept => (_content, KeptText.Nothing);

    private static Dictionary<string, string> InAnyCase(IEnumerable<KeyValuePair<string, string>> headers)
    {
        var named = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in headers)
        {
            named[name] = value;
        }

        return named;
    }
}
