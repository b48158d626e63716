namespace Playbooks.Generator.Model.Steps;

/// <summary>In which form a task gives its result.</summary>
internal enum GivenKind
{
    /// <summary>The result itself.</summary>
    Result,

    /// <summary>The job that has it in the end.</summary>
    Job,

    /// <summary>What runs beside the others, and has it in the end.</summary>
    Branch,
}
