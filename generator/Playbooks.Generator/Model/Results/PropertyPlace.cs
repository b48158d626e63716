namespace Playbooks.Generator.Model.Results;

/// <summary>Where a property goes when it was read.</summary>
internal enum PropertyPlace
{
    /// <summary>Nowhere: it is computed.</summary>
    None,

    /// <summary>An argument of the constructor.</summary>
    Argument,

    /// <summary>The object initializer, always: a <c>required</c> property.</summary>
    Initializer,

    /// <summary>A <c>with</c>: it keeps its own default where nothing was read.</summary>
    With,
}
