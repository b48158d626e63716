using System.Text;
using System.Text.Encodings.Web;

namespace Playbooks;

/// <summary>The ways in which a secret may stand in a text.</summary>
internal static class SecretForms
{
    // What is shorter is part of too many words. It also holds for what base64 has of a secret whatever stands before and after it.
    internal const int Shortest = 4;
    private const int ShortestOfBase64 = 8;

    /// <summary>Itself, each of its lines, and both quoted for a shell, in JSON, in an address, and in base64.</summary>
    internal static IEnumerable<string> Of(string secret) =>
        secret.Split('\n').Select(line => line.TrimEnd('\r')).Append(secret)
            .Where(text => text.Length >= Shortest && !string.IsNullOrWhiteSpace(text))
            .SelectMany(Encoded)
            .Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Encoded(string text)
    {
        yield return text;
        yield return ShellText.Quote(text)[1..^1];
        yield return text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        yield return JavaScriptEncoder.Default.Encode(text);
        yield return JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text);
        yield return Uri.EscapeDataString(text);
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var before = 0; before < 3; before++)
        {
            // Of the first and last characters some bits belong to what stands beside it.
            var all = Convert.ToBase64String([.. new byte[before], .. bytes]).TrimEnd('=');
            var from = before == 0 ? 0 : before + 1;
            var end = ((before + bytes.Length) * 8 / 6) - from;
            if (end >= ShortestOfBase64)
            {
                yield return all.Substring(from, end);
                yield return all.Substring(from, end).Replace('+', '-').Replace('/', '_');
            }
        }
    }
}
