namespace Playbooks.Generator.Model.Steps;

/// <summary>The kinds of waits.</summary>
internal enum WaitKind
{
    /// <summary>The host's facts.</summary>
    Facts,

    /// <summary>The results of a task on all hosts.</summary>
    AllHosts,

    /// <summary>The end of a job or branch.</summary>
    End,
}
