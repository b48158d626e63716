namespace Playbooks;

internal static class TextLines
{
    /// <summary>Returns the lines of a text, without its last line end; none for an empty text.</summary>
    internal static IReadOnlyList<string> Split(string text) =>
        text.Length == 0 ? [] : text.Split('\n').Select(line => line.TrimEnd('\r')).ToArray();
}
