namespace Playbooks.Generator.Model;

/// <summary>How the <c>PrintMembers</c> of a record relates to that of its base and derived records.</summary>
internal enum PrintKind
{
    /// <summary>In a sealed record.</summary>
    Own,

    /// <summary>The first in a chain of records; derived records override it.</summary>
    First,

    /// <summary>An override of the base record's method.</summary>
    Override,
}
