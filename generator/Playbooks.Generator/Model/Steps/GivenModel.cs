namespace Playbooks.Generator.Model.Steps;

/// <summary>What a task gives to those that ask for it.</summary>
/// <param name="Result">The full name of the type of its result; of a loop, of the result of an item.</param>
/// <param name="Kind">In which form.</param>
/// <param name="IsLoop">Whether it is one of each item.</param>
/// <param name="MayBeNull">Whether it may be missing.</param>
internal sealed record GivenModel(string Result, GivenKind Kind = GivenKind.Result, bool IsLoop = false, bool MayBeNull = false)
{
    /// <summary>Whether a branch that is there may end without a result.</summary>
    internal bool ResultMayBeNull { get; init; }
}
