namespace Playbooks.Generator.Model.Variables;

/// <summary>How the value of a variable is set.</summary>
internal enum VariablePlace
{
    /// <summary>An argument of the primary constructor.</summary>
    Argument,

    /// <summary>The object initializer, always: a <c>required</c> property.</summary>
    Initializer,

    /// <summary>A <c>with</c>, only if the variable was set: an <c>init</c> property keeps its own default.</summary>
    With,
}
