using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>Typed variables of a host. The generator implements this interface for each <c>[HostVars]</c> record.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IHostVars
{
    /// <summary>The variables' names and types, and how to create the record.</summary>
    static abstract HostVarsInfo Outline { get; }
}
