namespace Playbooks.Generator.Model.Results;

/// <summary>The kinds of values that can be written.</summary>
internal enum ValueKind
{
    /// <summary>One value, whose format is a property of <c>ValueFormat</c>.</summary>
    Simple,

    /// <summary>A number of .NET.</summary>
    Number,

    /// <summary>A value of an enum.</summary>
    Name,

    /// <summary>A reference that may be <see langword="null"/>.</summary>
    OrNull,

    /// <summary>A value that may be <see langword="null"/>.</summary>
    OrNone,

    /// <summary>A list, an array or a set.</summary>
    Items,

    /// <summary>A dictionary by name.</summary>
    Map,

    /// <summary>A dictionary by other keys.</summary>
    Entries,

    /// <summary>A record or a tuple.</summary>
    Record,

    /// <summary>A result.</summary>
    Result,
}
