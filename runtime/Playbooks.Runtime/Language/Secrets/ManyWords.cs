namespace Playbooks;

/// <summary>
/// Finds the first of many words in a text, with the algorithm of S. Wu and U. Manber ("A fast algorithm for multi-pattern searching", 1994): three
/// characters determine the minimum distance to the next word. With some hundred words, one MiB takes about a millisecond; <see
/// cref="System.Buffers.SearchValues"/> takes ten.
/// </summary>
internal sealed class ManyWords
{
    private const int Block = 3;
    private const int HashBits = 18;

    private readonly byte[] _steps = new byte[1 << HashBits];
    private readonly Dictionary<int, string[]> _ending;
    private readonly int _window;

    /// <param name="words">The words.</param>
    internal ManyWords(IReadOnlyCollection<string> words)
    {
        _window = Math.Min(words.Min(word => word.Length), byte.MaxValue);
        Array.Fill(_steps, (byte)(_window - Block + 1));
        foreach (var word in words)
        {
            for (var end = Block - 1; end < _window; end++)
            {
                ref var step = ref _steps[Hash(word, end)];
                step = Math.Min(step, (byte)(_window - 1 - end));
            }
        }

        _ending = words.GroupBy(word => Hash(word, _window - 1)).ToDictionary(same => same.Key, same => same.OrderByDescending(word => word.Length).ToArray());
        Longest = words.Max(word => word.Length);
    }

    /// <summary>The length of the longest word, in characters.</summary>
    internal int Longest { get; }

    /// <summary>Returns the position of the first word, and the length of the longest word that begins there.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">The length of the word.</param>
    /// <returns>The position; -1 if the text contains none of the words.</returns>
    internal int IndexIn(ReadOnlySpan<char> text, out int length)
    {
        for (var end = _window - 1; end < text.Length;)
        {
            var hash = Hash(text, end);
            if (_steps[hash] is > 0 and var step)
            {
                end += step;
                continue;
            }

            var begin = end - _window + 1;
            foreach (var word in _ending[hash])
            {
                if (text[begin..].StartsWith(word, StringComparison.Ordinal))
                {
                    length = word.Length;
                    return begin;
                }
            }

            end++;
        }

        length = 0;
        return -1;
    }

    private static int Hash(ReadOnlySpan<char> text, int end) => ((text[end] << 12) ^ (text[end - 1] << 6) ^ text[end - 2]) & ((1 << HashBits) - 1);
}
