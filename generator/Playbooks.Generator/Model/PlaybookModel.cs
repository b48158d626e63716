using Playbooks.Generator.Model.Steps;
using Playbooks.Generator.Model.Variables;

namespace Playbooks.Generator.Model;

/// <summary>A playbook or block without errors, with all decisions that its generated file needs.</summary>
/// <param name="HintName">The generated file's name, unique in its compilation even if case is ignored.</param>
/// <param name="IsBlock">Whether it is a block.</param>
/// <param name="Namespace">Its namespace; <see langword="null"/> for the global one.</param>
/// <param name="Containers">The types around it, outermost first.</param>
/// <param name="Part">The record.</param>
/// <param name="FullName">Its full name.</param>
/// <param name="CommandName">Its name on the command line.</param>
/// <param name="Pattern">The pattern of the hosts on which it runs.</param>
/// <param name="Summary">The first line of its documentation.</param>
/// <param name="Become">Whether its tasks run as another user.</param>
/// <param name="Order">How its hosts go through its tasks.</param>
/// <param name="HidesResults">Whether a base record has a <c>Results</c> already.</param>
/// <param name="TaskTable">The name of the table of its tasks.</param>
/// <param name="Outline">The name of the table of everything else.</param>
/// <param name="Tasks">Its tasks, in order, without the handlers.</param>
/// <param name="Steps">The steps that run the tasks of the main part, in order.</param>
/// <param name="Rescue">The steps that run the <c>[Rescue]</c> tasks.</param>
/// <param name="Always">The steps that run the <c>[Always]</c> tasks.</param>
/// <param name="Variables">Its variables, in order.</param>
/// <param name="Print">Its <c>PrintMembers</c>, unless the user wrote one.</param>
/// <param name="DisabledWarnings">The warnings that generated code would cause by using the user's members.</param>
internal sealed record PlaybookModel(
    string HintName,
    bool IsBlock,
    string? Namespace,
    EquatableArray<PartModel> Containers,
    PartModel Part,
    string FullName,
    string CommandName,
    string Pattern,
    string? Summary,
    BecomeModel? Become,
    OrderModel Order,
    bool HidesResults,
    string TaskTable,
    string Outline,
    EquatableArray<TaskModel> Tasks,
    EquatableArray<StepModel> Steps,
    EquatableArray<StepModel> Rescue,
    EquatableArray<StepModel> Always,
    EquatableArray<VariableModel> Variables,
    PrintModel? Print,
    EquatableArray<string> DisabledWarnings)
{
    /// <summary>The full names of the types of host variables that its tasks have as parameters.</summary>
    internal EquatableArray<string> HostVars { get; init; }

    /// <summary>Its handlers, in order.</summary>
    internal EquatableArray<TaskModel> Handlers { get; init; }

    /// <summary>The steps that run the handlers, in order.</summary>
    internal EquatableArray<StepModel> HandlerSteps { get; init; }

    /// <summary>The playbooks of a site, in order.</summary>
    internal EquatableArray<PlayModel> Plays { get; init; }

    /// <summary>Whether there are jobs in its results.</summary>
    internal bool HoldsJobs => Tasks.Any(task => task.GivesJob || task.HoldsJobs);

    /// <summary>Whether it is a site.</summary>
    internal bool IsSite => Plays.Count > 0;
}
