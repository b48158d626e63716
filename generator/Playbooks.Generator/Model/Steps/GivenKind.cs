namespace Playbooks.Generator.Model.Steps;

/// <summary>The form of a task's value.</summary>
internal enum GivenKind
{
    /// <summary>The result itself.</summary>
    Result,

    /// <summary>The job that ends with the result.</summary>
    Job,

    /// <summary>The branch that ends with the result.</summary>
    Branch,
}
