using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>Describes a <c>[HostVars]</c> record: typed variables of a host. Generated code creates the description.</summary>
/// <param name="Name">The record's name.</param>
/// <param name="Variables">The variables, with their names in the inventory.</param>
/// <param name="Create">Creates the record from the values that a host has.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record HostVarsInfo(string Name, IReadOnlyList<Variable> Variables, Func<VariableValues, object> Create)
{
    /// <summary>Returns the description of a <c>[HostVars]</c> record.</summary>
    /// <typeparam name="TVars">The type of the record.</typeparam>
    public static HostVarsInfo Of<TVars>()
        where TVars : IHostVars => TVars.Outline;
}
