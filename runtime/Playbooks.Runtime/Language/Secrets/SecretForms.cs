using System.Text;
using System.Text.Encodings.Web;

namespace Playbooks;

/// <summary>The forms in which a secret may appear in a text.</summary>
internal static class SecretForms
{
    // A shorter text is part of too many words. The same length applies to the part of its base64 form that does not depend on the text around it.
    internal const int Shortest = 4;
    private const int ShortestOfBase64 = 8;

    /// <summary>Returns the secret, each of its lines, and both of them quoted for a shell, in JSON, in a URL and in base64.</summary>
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
            // The first and last characters also depend on the bytes beside the secret.
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
