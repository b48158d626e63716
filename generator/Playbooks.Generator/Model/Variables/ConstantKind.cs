namespace Playbooks.Generator.Model.Variables;

/// <summary>The kinds of constants.</summary>
internal enum ConstantKind
{
    /// <summary>The default value of a structure.</summary>
    Default,

    /// <summary><see langword="null"/>.</summary>
    Null,

    /// <summary><see langword="null"/>, although the type excludes it.</summary>
    NullAnyway,

    /// <summary><see langword="true"/>.</summary>
    True,

    /// <summary><see langword="false"/>.</summary>
    False,

    /// <summary>A string.</summary>
    Text,

    /// <summary>A character.</summary>
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
