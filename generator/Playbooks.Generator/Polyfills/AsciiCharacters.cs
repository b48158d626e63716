namespace Playbooks;

/// <summary>What <see cref="char"/> has since .NET 7, for the code that is shared with the runtime.</summary>
internal static class AsciiCharacters
{
    extension(char)
    {
        internal static bool IsAsciiDigit(char c) => c is >= '0' and <= '9';

        internal static bool IsAsciiLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

        internal static bool IsAsciiLetterOrDigit(char c) => char.IsAsciiLetter(c) || char.IsAsciiDigit(c);
    }
}
