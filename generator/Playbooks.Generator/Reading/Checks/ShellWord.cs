using System.Text.RegularExpressions;
using Playbooks.Generator.Messages;

namespace Playbooks.Generator.Reading.Checks;

/// <summary>
/// Finds, outside of quotes, what only a shell understands. What a program may want as an argument, as <c>*.log</c> or find's <c>;</c>, is none.
/// </summary>
internal static class ShellWord
{
    private static readonly (Regex Pattern, string What)[] _all =
    [
        (Pattern(@"(?<=^|\s)(\|\|?|&&?|&?\d*>>?(&\d)?|<<?)(?=\s|$)"), CommandAdvice.ShellArgument),
        (Pattern(@"(?<=\s)&?\d*>>?(&\d|[\w./~-]+)(?=\s|$)"), CommandAdvice.ShellArgument),
        (Pattern(@"\$\([^()]*\)|`[^`]*`"), CommandAdvice.ShellSubstitution),
        (Pattern(@"\$\{?[A-Z_][A-Z0-9_]*\}?"), CommandAdvice.ShellVariable),
        (Pattern(@"(?<=^|\s)~(?=/)"), CommandAdvice.ShellHome),
        (Pattern(@"^\s*[A-Za-z_]\w*=\S*"), CommandAdvice.ShellAssignment),
    ];

    /// <summary>What is within such braces is Ansible's, or of another program's templates, and has signs of its own.</summary>
    private static readonly Regex _template = Pattern(@"\{\{[^{}]*\}\}");

    /// <param name="plain">The command line, what is quoted taken out.</param>
    /// <returns>The first word of a shell and what becomes of it; nothing where there is none.</returns>
    internal static (string Word, string What)? In(string plain)
    {
        var outside = _template.Replace(plain, template => new string(WrittenCommandLine.Other, template.Length));
        foreach (var (pattern, what) in _all)
        {
            if (pattern.Match(outside) is { Success: true } match)
            {
                return (match.Value.Trim().Replace(WrittenCommandLine.Other, '…'), what);
            }
        }

        return null;
    }

    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
