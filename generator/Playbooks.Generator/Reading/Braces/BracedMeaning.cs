using Playbooks.Generator.Model.Mends;

namespace Playbooks.Generator.Reading.Braces;

/// <summary>The meaning of a name in braces.</summary>
/// <param name="Hole">The expression to write in a hole; <see langword="null"/> if one expression is not enough.</param>
/// <param name="Asked">The parameter to add first, as people write it: <c>Host host</c>.</param>
/// <param name="Parameter">The parameter that a code fix adds; <see langword="null"/> if the place cannot have parameters.</param>
/// <param name="Advice">What to do if there is no <paramref name="Hole"/>.</param>
internal sealed record BracedMeaning(HoleModel? Hole, string? Asked = null, AskedModel? Parameter = null, string? Advice = null)
{
    /// <summary>Whether a code fix can write it.</summary>
    internal bool IsPlain => Hole is not null && (Asked is null || Parameter is not null);
}
