using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>Typed variables of a host, as the generator makes them of a <c>[HostVars]</c> record.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IHostVars
{
    /// <summary>Their names and types, and how they are made.</summary>
    static abstract HostVarsInfo Outline { get; }
}
