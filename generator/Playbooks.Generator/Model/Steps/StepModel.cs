namespace Playbooks.Generator.Model.Steps;

/// <summary>How one task runs.</summary>
/// <param name="Comment">The comment above the statements.</param>
/// <param name="Task">The task.</param>
/// <param name="Kind">How the task runs.</param>
/// <param name="MayGiveNothing">Whether it may begin and have no result.</param>
/// <param name="Begins">Whether it begins before it is evaluated, because it waits.</param>
/// <param name="ConditionWaits">The waits before the condition is evaluated.</param>
/// <param name="Condition">Its <c>[When]</c>, if it has one.</param>
/// <param name="Waits">The waits before the task is evaluated.</param>
/// <param name="Local">The local that holds its value; <see langword="null"/> if no task can use the value.</param>
/// <param name="Given">The value that it returns.</param>
/// <param name="Call">The call that evaluates it.</param>
/// <param name="Limit">The call that computes its limit, if a member does.</param>
internal sealed record StepModel(
    string Comment,
    string Task,
    RunKind Kind,
    bool MayGiveNothing,
    bool Begins,
    EquatableArray<WaitModel> ConditionWaits,
    CallModel? Condition,
    EquatableArray<WaitModel> Waits,
    string? Local,
    GivenModel Given,
    CallModel Call,
    CallModel? Limit);
