using Playbooks.Generated;
using Playbooks.Generator.Model.Steps;

namespace Playbooks.Generator.Model;

/// <summary>A task as the generated table describes it and as other tasks see it.</summary>
/// <param name="Member">The member's name.</param>
/// <param name="Module">The module's name.</param>
/// <param name="Name">The name that output shows.</param>
/// <param name="Summary">The documentation of its result, from the member; <see langword="null"/> if the member has none.</param>
/// <param name="IsLoop">Whether it is a loop.</param>
/// <param name="IsConditional">Whether it may be skipped.</param>
/// <param name="Attributes">How it runs.</param>
/// <param name="Needs">The members of the earlier tasks that are its parameters.</param>
/// <param name="Gathers">The members of the earlier tasks whose results on all hosts are its parameters.</param>
/// <param name="Part">The part of its record.</param>
/// <param name="RescuesUnreachable">Whether it also rescues from the loss of the host.</param>
/// <param name="Block">The full name of the block that it runs, if it runs one.</param>
/// <param name="Returned">The value that the run returns for it at the end; <see langword="null"/> for a handler and a playbook.</param>
/// <param name="Given">The form of that value.</param>
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
    /// <summary>The full name of the playbook that it returns, if its record is a site.</summary>
    internal string? Playbook { get; init; }

    /// <summary>Whether its final value is its job.</summary>
    internal bool GivesJob { get; init; }

    /// <summary>Whether there are jobs in the results of its block.</summary>
    internal bool HoldsJobs { get; init; }

    /// <summary>The members of the handlers that it notifies.</summary>
    internal EquatableArray<string> Notifies { get; init; }
}
