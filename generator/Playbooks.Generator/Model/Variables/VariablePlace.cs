namespace Playbooks.Generator.Model.Variables;

/// <summary>Where the value of a variable goes.</summary>
internal enum VariablePlace
{
    /// <summary>An argument of the primary constructor.</summary>
    Argument,

    /// <summary>The object initializer, always: a <c>required</c> property.</summary>
    Initializer,

    /// <summary>A <c>with</c>, only if it was given: an <c>init</c> property keeps its own default.</summary>
    With,
}
