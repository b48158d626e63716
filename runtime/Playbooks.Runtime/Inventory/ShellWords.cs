using System.Text;

namespace Playbooks;

/// <summary>Splits a line of an inventory into words as Ansible does: quotes as in a shell, and a <c>#</c> outside of quotes ends the line.</summary>
internal static class ShellWords
{
    /// <summary>The words.</summary>
    /// <exception cref="FormatException">A quote is not closed, or a backslash is the last character.</exception>
    internal static List<string> Split(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var inWord = false;
        for (var i = 0; i < line.Length && line[i] != '#'; i++)
        {
            var c = line[i];
            if (char.IsWhiteSpace(c))
            {
                End();
                continue;
            }

            inWord = true;
            switch (c)
            {
                case '\'' or '"':
                    i = Quoted(line, i, word);
                    break;
                case '\\':
                    i++;
                    word.Append(i < line.Length ? line[i] : throw new FormatException("a backslash ends the line"));
                    break;
                default:
                    word.Append(c);
                    break;
            }
        }

        End();
        return words;

        void End()
        {
            if (inWord)
            {
                words.Add(word.ToString());
                word.Clear();
                inWord = false;
            }
        }
    }

    /// <summary>Takes what stands in quotes.</summary>
    /// <returns>Where the quote is closed.</returns>
    private static int Quoted(string line, int open, StringBuilder word)
    {
        var quote = line[open];
        for (var i = open + 1; i < line.Length; i++)
        {
            if (line[i] == quote)
            {
                return i;
            }

            if (quote == '"' && line[i] == '\\' && i + 1 < line.Length && line[i + 1] is '"' or '\\')
            {
                i++;
            }

            word.Append(line[i]);
        }

        throw new FormatException($"a quote {quote} is not closed");
    }
}
