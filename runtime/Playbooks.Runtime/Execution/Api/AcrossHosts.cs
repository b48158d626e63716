using System.Collections;

namespace Playbooks;

/// <summary>
/// The results of one task on all hosts of the batch: a list of hosts and results, in inventory order. The list contains hosts on which the task failed, but no
/// host on which the task did not run, and no unreachable host.
/// </summary>
/// <typeparam name="TResult">The type of the task's result on one host.</typeparam>
/// <example><code>
/// public Debug Show(AcrossHosts&lt;CommandResult&gt; version) => new(string.Join(", ", version.Select(one => $"{one.Host} {one.Result.Stdout}")));
/// </code></example>
public sealed class AcrossHosts<TResult> : IReadOnlyList<(Host Host, TResult Result)>
    where TResult : class
{
    private readonly List<(Host Host, TResult Result)> _results;

    // Makes a look-up by name fast: each of a thousand hosts may look up the results of all thousand.
    private Dictionary<string, TResult>? _byName;

    internal AcrossHosts(IEnumerable<(Host Host, TResult Result)> results) => _results = [.. results];

    /// <summary>The hosts that have a result, in inventory order.</summary>
    public IReadOnlyList<Host> Hosts => [.. _results.Select(one => one.Host)];

    /// <summary>The results, in the order of <see cref="Hosts"/>.</summary>
    public IReadOnlyList<TResult> Results => [.. _results.Select(one => one.Result)];

    /// <summary>The number of hosts that have a result.</summary>
    public int Count => _results.Count;

    /// <summary>The host and the result at an index.</summary>
    /// <param name="index">The index, from 0, in inventory order.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative, or not less than <see cref="Count"/>.</exception>
    public (Host Host, TResult Result) this[int index] => _results[index];

    /// <summary>The result of one host.</summary>
    /// <param name="host">The host's name.</param>
    /// <exception cref="KeyNotFoundException">The host has no result.</exception>
    public TResult this[string host] => Find(host) ?? throw new KeyNotFoundException($"The host '{host}' has no result.");

    /// <summary>The result of one host.</summary>
    /// <param name="host">The host.</param>
    /// <exception cref="KeyNotFoundException">The host has no result.</exception>
    public TResult this[Host host] => this[host.Name];

    /// <summary>Returns the result of one host, or <see langword="null"/> if the host has no result.</summary>
    /// <param name="host">The host's name.</param>
    public TResult? Find(string host) =>
        (_byName ??= _results.ToDictionary(one => one.Host.Name, one => one.Result, StringComparer.Ordinal)).GetValueOrDefault(host);

    /// <inheritdoc/>
    public IEnumerator<(Host Host, TResult Result)> GetEnumerator() => _results.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
