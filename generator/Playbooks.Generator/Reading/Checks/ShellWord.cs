using System.Text.RegularExpressions;
using Playbooks.Generator.Messages;

namespace Playbooks.Generator.Reading.Checks;

/// <summary>
/// Finds text outside of quotes that only a shell interprets. Text that may be an argument, such as <c>*.log</c> or the <c>;</c> of find, does not count.
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

    /// <summary>Text in such braces belongs to Ansible or to another program's templates, and has characters of its own.</summary>
    private static readonly Regex _template = Pattern(@"\{\{[^{}]*\}\}");

    /// <param name="plain">The command line without its quoted text.</param>
    /// <returns>The first such word and its effect without a shell; <see langword="null"/> if there is none.</returns>
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
