using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>The values that a command line gave to a playbook's variables.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class VariableValues
{
    private readonly IReadOnlyDictionary<string, object> _values;

    internal VariableValues(IReadOnlyDictionary<string, object> values) => _values = values;

    /// <summary>Whether the variable was given.</summary>
    /// <param name="member">The property of the record.</param>
    public bool Has(string member) => _values.ContainsKey(member);

    /// <summary>The value of a variable that was given.</summary>
    /// <typeparam name="T">The variable's type.</typeparam>
    /// <param name="member">The property of the record.</param>
    /// <exception cref="UsageException">It was not given.</exception>
    public T Get<T>(string member) =>
        _values.TryGetValue(member, out var value)
            ? (T)value
            : throw new UsageException($"The variable {member} has no value and no default.");

    /// <summary>The value of a variable, or its default.</summary>
    /// <typeparam name="T">The variable's type.</typeparam>
    /// <param name="member">The property of the record.</param>
    /// <param name="fallback">The default.</param>
    public T Get<T>(string member, T fallback) => _values.TryGetValue(member, out var value) ? (T)value : fallback;
}
