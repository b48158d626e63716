using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>What typed variables of hosts are. The generator writes it.</summary>
/// <param name="Name">The record's name.</param>
/// <param name="Variables">The variables, by their names in the inventory.</param>
/// <param name="Create">Makes the record of a host's values.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record HostVarsInfo(string Name, IReadOnlyList<Variable> Variables, Func<VariableValues, object> Create)
{
    /// <summary>What the variables of a record are.</summary>
    /// <typeparam name="TVars">The record.</typeparam>
    public static HostVarsInfo Of<TVars>()
        where TVars : IHostVars => TVars.Outline;
}
