using System.Collections;

namespace Playbooks;

/// <summary>
/// What a task gave on every host of the batch, by host, in inventory order: a list of hosts and results. A host where it did not run, or that was
/// lost, is not in it; one where it failed is.
/// </summary>
/// <typeparam name="TResult">What it gave on each.</typeparam>
/// <example><code>
/// public Debug Show(AcrossHosts&lt;CommandResult&gt; version) => new(string.Join(", ", version.Select(one => $"{one.Host} {one.Result.Stdout}")));
/// </code></example>
public sealed class AcrossHosts<TResult> : IReadOnlyList<(Host Host, TResult Result)>
    where TResult : class
{
    private readonly List<(Host Host, TResult Result)> _results;

    // A thousand hosts may each ask for the results of a thousand.
    private Dictionary<string, TResult>? _byName;

    internal AcrossHosts(IEnumerable<(Host Host, TResult Result)> results) => _results = [.. results];

    /// <summary>The hosts that have a result.</summary>
    public IReadOnlyList<Host> Hosts => [.. _results.Select(one => one.Host)];

    /// <summary>Their results, in the same order.</summary>
    public IReadOnlyList<TResult> Results => [.. _results.Select(one => one.Result)];

    /// <summary>How many hosts have a result.</summary>
    public int Count => _results.Count;

    /// <summary>A host and its result.</summary>
    /// <param name="index">Their place, from 0, in inventory order.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many.</exception>
    public (Host Host, TResult Result) this[int index] => _results[index];

    /// <summary>The result of one host.</summary>
    /// <param name="host">The host's name.</param>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public TResult this[string host] => Find(host) ?? throw new KeyNotFoundException($"The host '{host}' has no result.");

    /// <summary>The result of one host.</summary>
    /// <param name="host">The host.</param>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public TResult this[Host host] => this[host.Name];

    /// <summary>The result of one host; <see langword="null"/> if there is none.</summary>
    /// <param name="host">The host's name.</param>
    public TResult? Find(string host) =>
        (_byName ??= _results.ToDictionary(one => one.Host.Name, one => one.Result, StringComparer.Ordinal)).GetValueOrDefault(host);

    /// <inheritdoc/>
    public IEnumerator<(Host Host, TResult Result)> GetEnumerator() => _results.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
