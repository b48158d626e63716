namespace Playbooks.Generator.Model.Results;

/// <summary>How the value of a property is set after reading.</summary>
internal enum PropertyPlace
{
    /// <summary>Not at all: the property is computed.</summary>
    None,

    /// <summary>An argument of the constructor.</summary>
    Argument,

    /// <summary>The object initializer, always: a <c>required</c> property.</summary>
    Initializer,

    /// <summary>A <c>with</c>: the property keeps its own default if nothing was read.</summary>
    With,
}
