using System.Text;

namespace Playbooks.Generator.Reading.Names;

/// <summary>Converts a member's name to the forms that people read and type.</summary>
internal static class NameForms
{
    /// <summary>Converts <c>StartBackup</c> to <c>Start backup</c>, and <c>DumpSQL</c> to <c>Dump SQL</c>.</summary>
    internal static string Shown(string name)
    {
        var words = Split(name).Select(word => IsAcronym(word) ? word : word.ToLowerInvariant());
        var text = string.Join(" ", words);
        return text.Length == 0 ? name : char.ToUpperInvariant(text[0]) + text.Substring(1);
    }

    /// <summary>Converts <c>ScriptDir</c> to <c>script-dir</c>.</summary>
    internal static string Kebab(string name) => string.Join("-", Split(name)).ToLowerInvariant();

    /// <summary>Converts <c>ScriptDir</c> to <c>scriptDir</c>, and <c>DBBackup</c> to <c>dbBackup</c>.</summary>
    internal static string Camel(string name)
    {
        var letters = name.ToCharArray();
        for (var i = 0; i < letters.Length && char.IsUpper(letters[i]); i++)
        {
            if (i > 0 && i + 1 < letters.Length && char.IsLower(letters[i + 1]))
            {
                break;
            }

            letters[i] = char.ToLowerInvariant(letters[i]);
        }

        return new string(letters);
    }

    private static bool IsAcronym(string word) => word.Length > 1 && word.All(c => char.IsUpper(c) || char.IsDigit(c));

    private static IEnumerable<string> Split(string name)
    {
        var word = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = char.IsUpper(name[i]) && i > 0
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if ((startsWord || name[i] == '_') && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }

            if (name[i] != '_')
            {
                word.Append(name[i]);
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }
}
