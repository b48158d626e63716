using System.Collections.Concurrent;
using System.Reflection;
using System.Text;

namespace Playbooks;

/// <summary>
/// The <c>.sh</c> files of our assemblies. Each is beside the C# file that sends it. Hosts receive them without comments and indentation, because they are
/// sent often.
/// </summary>
internal static class ShellFile
{
    private static readonly ConcurrentDictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>Returns the contents of files for a host, one after the other. Each file is read once.</summary>
    /// <param name="names">The names of the files without <c>.sh</c>. No two files have the same name.</param>
    internal static string Text(params ReadOnlySpan<string> names)
    {
        var text = _texts.GetOrAdd(names[0], name => Read(typeof(ShellFile).Assembly, name));
        return names.Length == 1 ? text : text + Text(names[1..]);
    }

    /// <summary>Returns a text without comments and indentation. The text must not have a here-document or a quoted line that this would change.</summary>
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
    /// <param name="name">The file's name without <c>.sh</c>.</param>
    internal static string Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream($"{name}.sh")
            ?? throw new InvalidOperationException($"The script {name}.sh is not in {assembly.GetName().Name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Stripped(reader);
    }
}
