namespace Playbooks.Generator.Model;

/// <summary>What the <c>PrintMembers</c> of a record is to those of others.</summary>
internal enum PrintKind
{
    /// <summary>That of a record which no other derives from.</summary>
    Own,

    /// <summary>The first one, which others override.</summary>
    First,

    /// <summary>One in place of that of the base record.</summary>
    Override,
}
