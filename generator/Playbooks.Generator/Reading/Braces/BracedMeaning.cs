namespace Playbooks.Generator.Reading.Braces;

/// <summary>What a name within braces stands for.</summary>
/// <param name="Code">What to write in a hole; <see langword="null"/> where that is more than a word.</param>
/// <param name="Asked">The parameter to ask for first, as people write it: <c>Host host</c>.</param>
/// <param name="AskedCode">The same from <c>global::</c> on; <see langword="null"/> where nothing can ask for it there.</param>
/// <param name="Advice">What to do where there is no <paramref name="Code"/>.</param>
internal sealed record BracedMeaning(string? Code, string? Asked = null, string? AskedCode = null, string? Advice = null)
{
    /// <summary>Whether a code fix can write it.</summary>
    internal bool IsPlain => Code is not null && (Asked is null || AskedCode is not null);
}
