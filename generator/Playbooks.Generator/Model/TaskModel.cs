using Playbooks.Generated;
using Playbooks.Generator.Model.Steps;

namespace Playbooks.Generator.Model;

/// <summary>What stands about a task in the table, and what others see of it.</summary>
/// <param name="Member">The member's name.</param>
/// <param name="Module">The module's name.</param>
/// <param name="Name">What is shown.</param>
/// <param name="Summary">What is said about what it gives: the member's documentation; <see langword="null"/> where it has none.</param>
/// <param name="IsLoop">Whether it is a loop.</param>
/// <param name="IsConditional">Whether it may be skipped.</param>
/// <param name="Attributes">How it runs.</param>
/// <param name="Needs">The members of the earlier tasks that it asks for.</param>
/// <param name="Gathers">The members of the earlier tasks whose results it asks for of all hosts.</param>
/// <param name="Part">The part of its record.</param>
/// <param name="RescuesUnreachable">Whether it also rescues from the loss of the host.</param>
/// <param name="Block">The full name of the block that it runs, if it does.</param>
/// <param name="Returned">What is returned of it when all has ended; <see langword="null"/> where nobody sees that: of a handler, and of a playbook.</param>
/// <param name="Given">What that is.</param>
internal sealed record TaskModel(
    string Member,
    string Module,
    string Name,
    string? Summary,
    bool IsLoop,
    bool IsConditional,
    TaskAttributes Attributes,
    EquatableArray<string> Needs,
    EquatableArray<string> Gathers,
    TaskPart Part,
    bool RescuesUnreachable,
    string? Block,
    ReturnModel? Returned,
    GivenModel? Given)
{
    /// <summary>The full name of the playbook that it returns, where it is a site's.</summary>
    internal string? Playbook { get; init; }

    /// <summary>Whether its job is what others see of it in the end.</summary>
    internal bool GivesJob { get; init; }

    /// <summary>Whether there are jobs in the results of its block.</summary>
    internal bool HoldsJobs { get; init; }

    /// <summary>The members of the handlers that it notifies.</summary>
    internal EquatableArray<string> Notifies { get; init; }
}
