using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Playbooks.Generator.Tests.Harness;

/// <summary>The pages of the repository, and the blocks of code in them.</summary>
internal static partial class Manual
{
    private static readonly string[] _outputs = ["bin", "obj", "artifacts", "node_modules"];

    internal static string Root { get; } = FindRoot();

    /// <summary>All Markdown files, as paths below the root.</summary>
    internal static IReadOnlyList<string> Pages { get; } = [.. Below(Root).Select(page => Path.GetRelativePath(Root, page)).Order(StringComparer.Ordinal)];

    internal static string Text(string page) => File.ReadAllText(Path.Combine(Root, page));

    /// <summary>What the blocks of a language contain.</summary>
    internal static IEnumerable<string> Blocks(string page, string language) =>
        from Match block in Block().Matches(Text(page))
        where block.Groups["language"].Value == language
        select block.Groups["text"].Value;

    /// <summary>The text without the blocks of code: each of their lines is empty.</summary>
    internal static string Prose(string text) => Block().Replace(text, block => new string('\n', block.Value.Count(c => c == '\n')));

    private static IEnumerable<string> Below(string folder) => Directory.EnumerateFiles(folder, "*.md").Concat(
        from inner in Directory.EnumerateDirectories(folder)
        let name = Path.GetFileName(inner)
        where name[0] != '.' && !_outputs.Contains(name)
        from page in Below(inner)
        select page);

    private static string FindRoot([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));

    [GeneratedRegex(@"^```(?<language>\w*)\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();
}
