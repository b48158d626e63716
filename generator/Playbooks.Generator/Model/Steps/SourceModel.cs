namespace Playbooks.Generator.Model.Steps;

/// <summary>Where a value comes from.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The local or the task, or the full name of the type of the host's variables.</param>
/// <param name="Given">What the task of another part gives.</param>
internal sealed record SourceModel(SourceKind Kind, string? Name = null, GivenModel? Given = null)
{
    /// <summary>What a local holds.</summary>
    internal static SourceModel Of(string local) => new(SourceKind.Local, local);
}
