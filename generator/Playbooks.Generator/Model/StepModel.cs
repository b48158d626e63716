namespace Playbooks.Generator.Model;

/// <summary>The statements that run one task.</summary>
/// <param name="Comment">What stands above them.</param>
/// <param name="Task">The task in the table.</param>
/// <param name="Begins">Whether the task begins before it is evaluated, because it waits.</param>
/// <param name="ConditionWaits">What is waited for before the condition is judged.</param>
/// <param name="Condition">The call of its <c>[When]</c>, if it has one.</param>
/// <param name="Waits">What is waited for before the task is evaluated.</param>
/// <param name="Local">The local that holds what it gives; <see langword="null"/> where nobody may ask for that.</param>
/// <param name="LocalType">The local's type.</param>
/// <param name="Method">The method of <c>HostRun</c> that runs it.</param>
/// <param name="Call">The call of its member.</param>
/// <param name="Limit">The call of the member that computes its limit, if one does.</param>
internal sealed record StepModel(
    string Comment,
    string Task,
    bool Begins,
    EquatableArray<WaitModel> ConditionWaits,
    string? Condition,
    EquatableArray<WaitModel> Waits,
    string? Local,
    string LocalType,
    string Method,
    string Call,
    string? Limit)
{
    /// <summary>Whether it runs beside the steps that follow.</summary>
    internal bool IsParallel { get; init; }
}
