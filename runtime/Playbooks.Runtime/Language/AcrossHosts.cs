namespace Playbooks;

/// <summary>
/// What a task gave on every host of the batch, by host, in inventory order. A host where it did not run, or that was lost, is not in it;
/// one where it failed is.
/// </summary>
/// <typeparam name="TResult">What it gave on each.</typeparam>
/// <example><code>public Debug Show(AcrossHosts&lt;CommandResult&gt; version) => new(string.Join(", ", version.Results.Select(one => one.Stdout).Distinct()));</code></example>
public sealed class AcrossHosts<TResult>
    where TResult : class
{
    private readonly IReadOnlyList<KeyValuePair<Host, TResult>> _results;

    internal AcrossHosts(IEnumerable<KeyValuePair<Host, TResult>> results) => _results = [.. results];

    /// <summary>The hosts that have a result.</summary>
    public IReadOnlyList<Host> Hosts => [.. _results.Select(one => one.Key)];

    /// <summary>Their results, in the same order.</summary>
    public IReadOnlyList<TResult> Results => [.. _results.Select(one => one.Value)];

    /// <summary>The result of one host.</summary>
    /// <param name="host">The host's name.</param>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public TResult this[string host] => Find(host) ?? throw new KeyNotFoundException($"The host '{host}' has no result.");

    /// <summary>The result of one host; <see langword="null"/> if there is none.</summary>
    /// <param name="host">The host's name.</param>
    public TResult? Find(string host) => _results.FirstOrDefault(one => one.Key.Name == host).Value;
}
