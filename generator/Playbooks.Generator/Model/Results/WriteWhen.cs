namespace Playbooks.Generator.Model.Results;

/// <summary>When a property is written.</summary>
internal enum WriteWhen
{
    /// <summary>Always.</summary>
    Always,

    /// <summary>Unless it is <see langword="null"/>.</summary>
    NotNull,

    /// <summary>Unless it is what C# has by default.</summary>
    NotDefault,
}
