using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Playbooks;

/// <summary>
/// The variables of a host. Looking up a variable that does not exist throws an exception that names the variable, the host and where it was looked for.
/// </summary>
internal sealed class HostVariables(string host, string? file, IReadOnlyDictionary<string, string> variables) : IReadOnlyDictionary<string, string>
{
    /// <inheritdoc/>
    public int Count => variables.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => variables.Keys;

    /// <inheritdoc/>
    public IEnumerable<string> Values => variables.Values;

    /// <inheritdoc/>
    public string this[string key] => variables.TryGetValue(key, out var value)
        ? value
        : throw new KeyNotFoundException($"{file ?? "the inventory"} has no variable {key} for the host {host}.{NearestName.Question(key, Keys)}");

    /// <inheritdoc/>
    public bool ContainsKey(string key) => variables.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value) => variables.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => variables.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
