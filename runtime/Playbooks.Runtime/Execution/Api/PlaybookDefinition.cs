using Playbooks.Generated;

namespace Playbooks;

/// <summary>Describes a playbook for the command line: its tasks, its variables, and how to create it. Generated code creates the definition.</summary>
/// <param name="Info">The playbook's name, pattern and tasks.</param>
/// <param name="Variables">The playbook's variables, in order.</param>
/// <param name="Create">Creates the playbook from the values of its variables, ready to run.</param>
public sealed record PlaybookDefinition(
    PlaybookInfo Info, IReadOnlyList<Variable> Variables, Func<VariableValues, RunnablePlaybook> Create)
{
    /// <summary>Returns the definition of a playbook.</summary>
    /// <typeparam name="TPlaybook">The type of the playbook.</typeparam>
    public static PlaybookDefinition Of<TPlaybook>()
        where TPlaybook : IPlaybook => TPlaybook.Definition;
}
