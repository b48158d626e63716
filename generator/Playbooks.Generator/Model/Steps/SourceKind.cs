namespace Playbooks.Generator.Model.Steps;

/// <summary>The kinds of values that a parameter can receive.</summary>
internal enum SourceKind
{
    /// <summary>The host.</summary>
    Host,

    /// <summary>The run.</summary>
    Play,

    /// <summary>The host's facts.</summary>
    Facts,

    /// <summary>Typed variables of the host.</summary>
    HostVars,

    /// <summary>The failure of the block or playbook, which has happened.</summary>
    Failure,

    /// <summary>The failure of the block or playbook, if it has failed.</summary>
    PossibleFailure,

    /// <summary>The value of a local.</summary>
    Local,

    /// <summary>The value of a task of another part.</summary>
    OtherPart,
}
