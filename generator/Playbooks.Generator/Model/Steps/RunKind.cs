namespace Playbooks.Generator.Model.Steps;

/// <summary>How a task is run.</summary>
internal enum RunKind
{
    /// <summary>To its end.</summary>
    Execute,

    /// <summary>As a job, which is started.</summary>
    Start,

    /// <summary>As a block, with tasks of its own.</summary>
    Block,
}
