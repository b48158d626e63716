using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Playbooks.Runtime.Tests;

/// <summary>A folder is a subject that can be seen at a glance.</summary>
public sealed partial class FolderTests
{
    private const int Most = 25;
    private const int Columns = 160;

    /// <summary>That each namespace is its folder is the compiler's to say (IDE0130).</summary>
    [Theory]
    [InlineData("generator")]
    [InlineData("runtime")]
    public void A_folder_has_25_files_at_most(string part)
    {
        var folders = Sources(part).CountBy(file => Path.GetDirectoryName(file)!).ToList();

        Assert.NotEmpty(folders);
        Assert.All(folders, folder => Assert.True(folder.Value <= Most, $"{folder.Key} has {folder.Value} files"));
    }

    [Theory]
    [InlineData("generator")]
    [InlineData("runtime")]
    public void A_file_is_named_after_its_type(string part) => Assert.All(
        Sources(part).Where(file => !file.Contains("/Polyfills/", StringComparison.Ordinal)),
        file => Assert.Contains(
            Names(file),
            name => Path.GetFileNameWithoutExtension(file) is var type
                && (type == name || type.StartsWith($"{name}.", StringComparison.Ordinal) || type.StartsWith($"{name}Of", StringComparison.Ordinal))));

    /// <summary>What stands in a raw string is as long as it has to be.</summary>
    [Theory]
    [InlineData("generator")]
    [InlineData("runtime")]
    [InlineData("tests")]
    [InlineData("tools")]
    public void A_line_has_160_columns_at_most(string part) => Assert.Empty(
        Sources(part).Where(file => !file.EndsWith(".verified.cs", StringComparison.Ordinal)).SelectMany(TooLong));

    private static IEnumerable<string> TooLong(string file)
    {
        var rawDepth = 0;
        foreach (var (index, line) in File.ReadLines(file).Index())
        {
            if (rawDepth == 0 && line.Length > Columns)
            {
                yield return $"{Path.GetRelativePath(Root(), file)}:{index + 1}";
            }

            // A raw string may have another in a hole. One that ends where it begins has its quotes twice on that line.
            if (RawQuotes().Count(line) % 2 == 1)
            {
                rawDepth += rawDepth > 0 && line.TrimStart().StartsWith("\"\"\"", StringComparison.Ordinal) ? -1 : 1;
            }
        }
    }

    /// <summary>A module of a job and what makes it, <c>Wait&lt;TResult&gt;</c> and <c>Wait</c>, are one subject: they stand in one folder.</summary>
    [Fact]
    public void A_type_has_a_name_of_its_own() => Assert.All(
        Sources("generator").Concat(Sources("runtime"))
            .SelectMany(
                file => Declared()
                    .Matches(File.ReadAllText(file))
                    .Select(match => (Folder: Path.GetDirectoryName(file), Name: match.Groups[1].Value, Arity: match.Groups[2].Value)))
            .GroupBy(type => type.Name),
        named =>
        {
            Assert.Single(named.Select(type => type.Folder).Distinct());
            Assert.Equal(named.Count(), named.Select(type => type.Arity).Distinct().Count());
        });

    private static IEnumerable<string> Names(string file) => Declared().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value);

    private static IEnumerable<string> Sources(string part) => Directory.EnumerateFiles(Path.Combine(Root(), part), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));

    [GeneratedRegex(@"^(?:public|internal)[a-z ]* (?:class|struct|record|interface|enum) (\w+)(<[^>]*>)?", RegexOptions.Multiline)]
    private static partial Regex Declared();

    [GeneratedRegex("\"{3,}")]
    private static partial Regex RawQuotes();
}
