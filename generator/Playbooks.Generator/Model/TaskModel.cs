using Playbooks.Generated;

namespace Playbooks.Generator.Model;

/// <summary>What stands about a task in the table, and what others see of it.</summary>
/// <param name="Member">The member's name, as text.</param>
/// <param name="Identifier">The member's name, as code.</param>
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
/// <param name="Block">The block that it runs, as code, if it does.</param>
/// <param name="Result">What gets the result of it when all has ended, as code; empty for a handler, whose result nobody sees.</param>
/// <param name="ResultType">The type of that, from <c>global::</c> on.</param>
internal sealed record TaskModel(
    string Member,
    string Identifier,
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
    string Result,
    string ResultType)
{
    /// <summary>The playbook that it returns, as code, where it is a site's.</summary>
    internal string? Playbook { get; init; }

    /// <summary>Whether its job is what others see of it in the end.</summary>
    internal bool GivesJob { get; init; }

    /// <summary>The members of the handlers that it notifies.</summary>
    internal EquatableArray<string> Notifies { get; init; }
}
