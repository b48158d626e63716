namespace Playbooks.Generator.Model.Steps;

/// <summary>What is waited for.</summary>
internal enum WaitKind
{
    /// <summary>The host's facts.</summary>
    Facts,

    /// <summary>What a task gave on all hosts.</summary>
    AllHosts,

    /// <summary>The end of a job or branch.</summary>
    End,
}
