namespace Playbooks.Generator.Planning;

/// <summary>The kinds of values to which a parameter can be bound.</summary>
internal enum BindingKind
{
    /// <summary>The host.</summary>
    Host,

    /// <summary>The run.</summary>
    Play,

    /// <summary>The host's facts.</summary>
    Facts,

    /// <summary>Typed variables of the host.</summary>
    HostVars,

    /// <summary>The result of an earlier task.</summary>
    Result,

    /// <summary>The job of an earlier task.</summary>
    Job,

    /// <summary>The results of an earlier task on all hosts.</summary>
    Across,

    /// <summary>The failure of the block or playbook.</summary>
    Failure,
}
