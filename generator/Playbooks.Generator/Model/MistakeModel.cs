namespace Playbooks.Generator.Model;

/// <summary>A mistake that the generator reports itself: C# rejects the declaration, so no analyzer runs.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Message">The message.</param>
/// <param name="File">The file in which it is.</param>
/// <param name="Start">Where it begins in that file.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Line">The line of its beginning, from 0.</param>
/// <param name="Character">The character of its beginning in that line, from 0.</param>
/// <param name="EndLine">The line of its end.</param>
/// <param name="EndCharacter">The character of its end in that line.</param>
internal sealed record MistakeModel(
    string Rule, string Message, string File, int Start, int Length, int Line, int Character, int EndLine, int EndCharacter);
