namespace Playbooks.Generator.Model.Steps;

/// <summary>How one task runs.</summary>
/// <param name="Comment">What stands above it.</param>
/// <param name="Task">The task.</param>
/// <param name="Kind">How it is run.</param>
/// <param name="MayGiveNothing">Whether it may begin and give nothing.</param>
/// <param name="Begins">Whether it begins before it is evaluated, because it waits.</param>
/// <param name="ConditionWaits">What is waited for before the condition is judged.</param>
/// <param name="Condition">Its <c>[When]</c>, if it has one.</param>
/// <param name="Waits">What is waited for before the task is evaluated.</param>
/// <param name="Local">The local that holds what it gives; <see langword="null"/> where nobody may ask for that.</param>
/// <param name="Given">What it gives.</param>
/// <param name="Call">What evaluates it.</param>
/// <param name="Limit">What computes its limit, if a member does.</param>
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
