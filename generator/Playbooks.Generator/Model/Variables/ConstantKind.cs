namespace Playbooks.Generator.Model.Variables;

/// <summary>The kinds of constants.</summary>
internal enum ConstantKind
{
    /// <summary>What a structure is before anything is set.</summary>
    Default,

    /// <summary>Nothing.</summary>
    Null,

    /// <summary>Nothing, where the type says that there is something.</summary>
    NullAnyway,

    /// <summary>Yes.</summary>
    True,

    /// <summary>No.</summary>
    False,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A letter.</summary>
    Letter,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A <see cref="float"/>.</summary>
    Single,

    /// <summary>A <see cref="double"/>.</summary>
    Double,

    /// <summary>A <see cref="decimal"/>.</summary>
    Decimal,

    /// <summary>A member of an enum.</summary>
    Member,

    /// <summary>A value of an enum that has no name.</summary>
    Unnamed,
}
