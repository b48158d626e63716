namespace Playbooks.Connections;

/// <summary>Quotes for POSIX shells.</summary>
internal static class ShellQuote
{
    /// <summary>The text as one word, whatever it contains.</summary>
    internal static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
