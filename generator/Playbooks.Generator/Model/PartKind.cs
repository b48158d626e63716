namespace Playbooks.Generator.Model;

/// <summary>The kinds of types that can be partial.</summary>
internal enum PartKind
{
    /// <summary>A class.</summary>
    Class,

    /// <summary>A record.</summary>
    Record,

    /// <summary>A structure.</summary>
    Struct,

    /// <summary>A structure that is a record.</summary>
    RecordStruct,

    /// <summary>An interface.</summary>
    Interface,
}
