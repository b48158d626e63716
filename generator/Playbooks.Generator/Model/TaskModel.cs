namespace Playbooks.Generator.Model;

/// <summary>What stands about a task in the table, and what others see of it.</summary>
/// <param name="Member">The member's name, as text.</param>
/// <param name="Identifier">The member's name, as code.</param>
/// <param name="Module">The module's name.</param>
/// <param name="Name">What is shown.</param>
/// <param name="Summary">What is said about what it gives: the member's documentation, if it has any.</param>
/// <param name="IsLoop">Whether it is a loop.</param>
/// <param name="IsConditional">Whether it may be skipped.</param>
/// <param name="Attributes">How it runs.</param>
/// <param name="Needs">The members of the earlier tasks that it asks for.</param>
/// <param name="Local">The local that holds what it gives.</param>
/// <param name="ResultType">The type of what it gives, from <c>global::</c> on.</param>
internal sealed record TaskModel(
    string Member,
    string Identifier,
    string Module,
    string Name,
    string Summary,
    bool IsLoop,
    bool IsConditional,
    TaskAttributes Attributes,
    EquatableArray<string> Needs,
    string Local,
    string ResultType);
