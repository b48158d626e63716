namespace Playbooks.Generator.Model.Steps;

/// <summary>Where a value comes from.</summary>
/// <param name="Kind">The kind of value.</param>
/// <param name="Name">The local or the task, or the full name of the type of the host's variables.</param>
/// <param name="Given">The value of the task of another part.</param>
internal sealed record SourceModel(SourceKind Kind, string? Name = null, GivenModel? Given = null)
{
    /// <summary>Creates a source from a local.</summary>
    internal static SourceModel Of(string local) => new(SourceKind.Local, local);
}
