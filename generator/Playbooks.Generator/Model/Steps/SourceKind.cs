namespace Playbooks.Generator.Model.Steps;

/// <summary>What can be given to a member that asks.</summary>
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

    /// <summary>Why the block or playbook failed, where it has.</summary>
    Failure,

    /// <summary>The same where it may have.</summary>
    PossibleFailure,

    /// <summary>What a local holds.</summary>
    Local,

    /// <summary>What a task of another part has given.</summary>
    OtherPart,
}
