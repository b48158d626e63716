using Playbooks.Generator.Model.Mends;

namespace Playbooks.Generator.Reading.Braces;

/// <summary>What a name within braces stands for.</summary>
/// <param name="Hole">What to write in a hole; <see langword="null"/> where that is more than a word.</param>
/// <param name="Asked">The parameter to ask for first, as people write it: <c>Host host</c>.</param>
/// <param name="Parameter">The same for a code fix; <see langword="null"/> where nothing can ask for it there.</param>
/// <param name="Advice">What to do where there is no <paramref name="Hole"/>.</param>
internal sealed record BracedMeaning(HoleModel? Hole, string? Asked = null, AskedModel? Parameter = null, string? Advice = null)
{
    /// <summary>Whether a code fix can write it.</summary>
    internal bool IsPlain => Hole is not null && (Asked is null || Parameter is not null);
}
