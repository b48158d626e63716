namespace Playbooks.Generator.Model.Steps;

/// <summary>The value of a task that other tasks can use.</summary>
/// <param name="Result">The full name of the type of its result; for a loop, of one item's result.</param>
/// <param name="Kind">The form of the value.</param>
/// <param name="IsLoop">Whether there is one value for each item.</param>
/// <param name="MayBeNull">Whether the value may be null.</param>
internal sealed record GivenModel(string Result, GivenKind Kind = GivenKind.Result, bool IsLoop = false, bool MayBeNull = false)
{
    /// <summary>Whether a branch that was started may end without a result.</summary>
    internal bool ResultMayBeNull { get; init; }
}
