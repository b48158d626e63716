using System.Collections.Concurrent;
using System.Reflection;
using System.Text;

namespace Playbooks;

/// <summary>
/// The <c>.sh</c> files of our assemblies, each beside the C# that sends it. Hosts get them without comments and indentation: hosts read
/// them often, people read them here.
/// </summary>
internal static class ShellFile
{
    private static readonly ConcurrentDictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>What hosts get of files, one after the other. Each file is read once.</summary>
    /// <param name="names">Their names without <c>.sh</c>. No two files have one name.</param>
    internal static string Text(params ReadOnlySpan<string> names)
    {
        var text = _texts.GetOrAdd(names[0], name => Read(typeof(ShellFile).Assembly, name));
        return names.Length == 1 ? text : text + Text(names[1..]);
    }

    /// <summary>What hosts get of a text. No text has a here-document or a quoted line that this would change.</summary>
    /// <param name="lines">The text.</param>
    internal static string Stripped(TextReader lines)
    {
        var text = new StringBuilder();
        while (lines.ReadLine() is { } line)
        {
            var code = line.TrimStart();
            if (code.Length > 0 && code[0] != '#')
            {
                text.Append(code).Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>Reads a file of an assembly.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="name">Its name without <c>.sh</c>.</param>
    internal static string Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream($"{name}.sh")
            ?? throw new InvalidOperationException($"The script {name}.sh is not in {assembly.GetName().Name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Stripped(reader);
    }
}
