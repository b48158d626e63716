using System.Text.RegularExpressions;
using Playbooks.Reference;
using Playbooks.Runtime.Tests.Programs;

namespace Playbooks.Runtime.Tests.Reference;

/// <summary>The pages of the reference that people write have the names that the code has, and no others.</summary>
public sealed partial class WrittenPagesTests
{
    [Theory]
    [InlineData("--help", 0)]
    [InlineData("jobs wait --help", 1)]
    public async Task Exit_codes(string arguments, int table)
    {
        using var program = new TestProgram();
        await program.RunAsync(arguments.Split(' '));
        var help = program.Out.Split("Exit codes:")[1];
        var page = Page("exit-codes.md").Split("| exit code |")[table + 1];

        Assert.Equal(
            Numbers().Matches(help).Select(number => number.Value),
            TableRow().Matches(page).Select(row => row.Groups[1].Value).Where(cell => cell.All(char.IsDigit)));
    }

    [Fact]
    public void Environment_variables_of_the_controller()
    {
        var code = Sources("*.cs").Select(File.ReadAllText).ToList();
        var names = code.SelectMany(text => ReadVariable().Matches(text)).Select(name => name.Groups[1].Value)
            .Concat(code.SelectMany(text => Choice().Matches(text)).SelectMany(list => Quoted().Matches(list.Value)).Select(name => name.Groups[1].Value))
            .Concat(code.Any(text => text.Contains("Path.GetTempPath()", StringComparison.Ordinal)) ? ["TMPDIR"] : []);

        Assert.Equal(
            names.Select(name => name.EndsWith('_') ? $"{name}…" : name).Distinct().Order(StringComparer.Ordinal),
            NamesIn(Section("environment.md", "On the controller")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Environment_variables_of_jobs() => Assert.Equal(
        Sources("*.sh").Select(File.ReadAllText).SelectMany(text => Exported().Matches(text)).SelectMany(names => OurVariable().Matches(names.Value))
            .Select(name => name.Value).Distinct().Order(StringComparer.Ordinal),
        NamesIn(Section("environment.md", "On hosts")).Order(StringComparer.Ordinal));

    [Fact]
    public void Files_of_a_job() => Assert.Equal(
        Sources("*.sh").Select(File.ReadAllText).SelectMany(text => InDirectory().Matches(text)).Select(file => file.Groups[1].Value)
            .Distinct().Order(StringComparer.Ordinal),
        NamesIn(Section("files-on-hosts.md", "Jobs")).Where(name => name.StartsWith("ID/", StringComparison.Ordinal)).Select(name => name[3..])
            .Where(name => name.Length > 0).Order(StringComparer.Ordinal));

    /// <summary>The patterns find names of files in the code; each must be on the page.</summary>
    [Theory]
    [InlineData("files-on-hosts.md", @"\.playbooks_async|playbooks-http-|(?<=\$base""?/)\.(?:users|key)", 4)]
    [InlineData("files-on-the-controller.md", """(?<=")(?:id_[a-z0-9]+|known_hosts|inventory(?:\.ini)?)(?=")|/etc/ssh/ssh_known_hosts""", 7)]
    public void Names_of_files(string page, string inCode, int count)
    {
        var names = Sources("*").Select(File.ReadAllText).SelectMany(text => Regex.Matches(text, inCode)).Select(match => match.Value).Distinct().ToList();

        Assert.Equal(count, names.Count);
        Assert.DoesNotContain(names, file => !Page(page).Contains(file, StringComparison.Ordinal));
    }

    private static string Page(string name) => File.ReadAllText(Path.Combine(ReferencePages.Root, "docs", "reference", name));

    private static string Section(string page, string heading) => Page(page).Split($"## {heading}\n")[1].Split("\n## ")[0];

    /// <summary>The names in the first column of a table.</summary>
    private static IEnumerable<string> NamesIn(string table) =>
        TableRow().Matches(table).SelectMany(row => Code().Matches(row.Groups[1].Value)).Select(name => name.Groups[1].Value);

    private static IEnumerable<string> Sources(string pattern) =>
        Directory.EnumerateFiles(Path.Combine(ReferencePages.Root, "runtime"), pattern, SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".sh" && !file.Contains("/obj/", StringComparison.Ordinal)
                && !file.Contains("/bin/", StringComparison.Ordinal));

    [GeneratedRegex(@"(?<=[ ,\n])\d+(?= )")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^\| ([^|]+) \|", RegexOptions.Multiline)]
    private static partial Regex TableRow();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    /// <summary>A variable that is read by its name, or a constant that is one.</summary>
    [GeneratedRegex("""(?:Environment(?:Variable)?\(|const string \w+ = )"((?:PLAYBOOKS_)?[A-Z][A-Z_]{2,})"(?=[;)])""")]
    private static partial Regex ReadVariable();

    /// <summary>One of several variables.</summary>
    [GeneratedRegex("""\["[A-Z_", ]+"\], name => Environment\(name\)""")]
    private static partial Regex Choice();

    [GeneratedRegex("\"([A-Z_]+)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex("^ *export .*$", RegexOptions.Multiline)]
    private static partial Regex Exported();

    [GeneratedRegex("PLAYBOOKS_[A-Z]+(?![A-Z_])")]
    private static partial Regex OurVariable();

    [GeneratedRegex(@"\$dir/([a-z]+(?:\.[a-z]+)?)")]
    private static partial Regex InDirectory();
}
