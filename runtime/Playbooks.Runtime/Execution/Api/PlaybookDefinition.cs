using Playbooks.Generated;

namespace Playbooks;

/// <summary>What a command line needs of a playbook. The generator writes it.</summary>
/// <param name="Info">Its name, pattern and tasks.</param>
/// <param name="Variables">Its variables, in order.</param>
/// <param name="Create">Makes the playbook of its variables' values, ready to run.</param>
public sealed record PlaybookDefinition(
    PlaybookInfo Info, IReadOnlyList<Variable> Variables, Func<VariableValues, RunnablePlaybook> Create)
{
    /// <summary>The definition of a playbook.</summary>
    /// <typeparam name="TPlaybook">The playbook.</typeparam>
    public static PlaybookDefinition Of<TPlaybook>()
        where TPlaybook : IPlaybook => TPlaybook.Definition;
}
