using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>The values that the command line has set for the variables of a playbook.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class VariableValues
{
    private readonly IReadOnlyDictionary<string, object> _values;

    internal VariableValues(IReadOnlyDictionary<string, object> values) => _values = values;

    /// <summary>Returns whether a variable was set.</summary>
    /// <param name="member">The name of the record's property.</param>
    public bool Has(string member) => _values.ContainsKey(member);

    /// <summary>Returns the value of a variable that must be set.</summary>
    /// <typeparam name="T">The type of the variable.</typeparam>
    /// <param name="member">The name of the record's property.</param>
    /// <exception cref="UsageException">The variable was not set.</exception>
    public T Get<T>(string member) =>
        _values.TryGetValue(member, out var value)
            ? (T)value
            : throw new UsageException($"The variable {member} has no value and no default.");

    /// <summary>Returns the value of a variable, or its default if it was not set.</summary>
    /// <typeparam name="T">The type of the variable.</typeparam>
    /// <param name="member">The name of the record's property.</param>
    /// <param name="fallback">The default.</param>
    public T Get<T>(string member, T fallback) => _values.TryGetValue(member, out var value) ? (T)value : fallback;
}
