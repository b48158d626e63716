using System.Text;

namespace Playbooks;

/// <summary>
/// Replaces the values of all secrets that this program knows by <c>***</c>, wherever they appear, also in the common encodings. A value of less than four
/// characters is part of too many words, and is not replaced.
/// </summary>
internal sealed class SecretMask
{
    internal const string Stars = "***";

    private static readonly Lock Gate = new();
    private static readonly HashSet<string> Values = new(StringComparer.Ordinal);
    private static volatile SecretMask? _known;
    private static volatile bool _isStale;

    private readonly string[] _forms;
    private readonly ManyWords _words;
    private readonly ILookup<char, string> _byBegin;

    private SecretMask(IEnumerable<string> forms)
    {
        _forms = [.. forms];
        _words = new ManyWords(_forms);
        _byBegin = _forms.ToLookup(form => form[0]);
    }

    /// <summary>The mask for all secrets; <see langword="null"/> if there is none to hide.</summary>
    internal static SecretMask? Known => _isStale ? Renew() : _known;

    /// <summary>Hides a value from now on.</summary>
    internal static void Add(string value)
    {
        lock (Gate)
        {
            _isStale |= value.Length >= SecretForms.Shortest && Values.Add(value);
        }
    }

    /// <summary>Returns a text without secrets.</summary>
    internal static string Hide(string text) => Known?.In(text) ?? text;

    /// <summary>Returns whether a text contains a secret.</summary>
    internal static bool IsIn(string text) => Known is { } known && known._words.IndexIn(text, out _) >= 0;

    /// <summary>Returns the same mask for bytes, each of which is represented by one character.</summary>
    internal SecretMask OfBytes() => new(_forms.Select(form => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(form))).Distinct(StringComparer.Ordinal));

    /// <summary>Returns a text without secrets.</summary>
    internal string In(string text)
    {
        var at = _words.IndexIn(text, out var length);
        if (at < 0)
        {
            return text;
        }

        var shown = new StringBuilder(text.Length);
        var from = 0;
        while (at >= 0)
        {
            shown.Append(text, from, at).Append(Stars);
            from = EndOf(text, from + at, length);
            at = _words.IndexIn(text.AsSpan(from), out length);
        }

        return shown.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>Returns how many characters at the end of a text may be the beginning of a secret.</summary>
    internal int Begun(ReadOnlySpan<char> text)
    {
        for (var length = Math.Min(text.Length, _words.Longest - 1); length > 0; length--)
        {
            var end = text[^length..];
            foreach (var form in _byBegin[end[0]])
            {
                if (form.Length > length && form.AsSpan().StartsWith(end, StringComparison.Ordinal))
                {
                    return length;
                }
            }
        }

        return 0;
    }

    private static SecretMask? Renew()
    {
        lock (Gate)
        {
            if (_isStale)
            {
                var forms = Values.SelectMany(SecretForms.Of).Distinct(StringComparer.Ordinal).ToList();
                _known = forms.Count == 0 ? null : new SecretMask(forms);
                _isStale = false;
            }

            return _known;
        }
    }

    // Secrets may overlap.
    private int EndOf(string text, int at, int length)
    {
        var end = at + length;
        for (var next = at + 1; next < end; next++)
        {
            var further = _words.IndexIn(text.AsSpan(next, Math.Min(text.Length, end + _words.Longest) - next), out length);
            if (further < 0 || next + further >= end)
            {
                break;
            }

            next += further;
            end = Math.Max(end, next + length);
        }

        return end;
    }
}
