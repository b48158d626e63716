using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Playbooks.Connections.Shells;
using Playbooks.Jobs;
using Playbooks.Jobs.Scripts;

namespace Playbooks.Runtime.Tests.Jobs;

/// <summary>The page on the scripts of jobs says what is so.</summary>
public sealed partial class ScriptMapTests
{
    private static readonly JobHandle _job = new("job-1", "h1", "user", "/jobs/job-1", DateTimeOffset.UnixEpoch, TimeSpan.FromSeconds(60));

    private static string Root { get; } = FindRoot();

    private static string Page { get; } = File.ReadAllText(Path.Combine(Root, "docs", "contributing", "job-scripts.md"));

    private static IReadOnlyDictionary<string, Row> Rows { get; } = Table("script").Select(cells => new Row(cells)).ToDictionary(row => row.Name);

    /// <summary>The text of each script without its comments.</summary>
    private static Dictionary<string, string> Scripts { get; } = Files("Jobs/Scripts", "*.sh").Concat(["process", "end-tree", "kill-tree"])
        .ToDictionary(name => name, name => ShellFile.Text(name));

    private static string[] Libraries { get; } = [.. Files("Jobs/Scripts/lib", "*.sh"), "process", "end-tree"];

    public static TheoryData<string> Names => [.. Scripts.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void Each_script_has_a_row_and_each_row_a_script() =>
        Assert.Equal(Scripts.Keys.Order(StringComparer.Ordinal), Rows.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_script_has_the_functions_that_it_calls_from_the_libraries_that_it_needs(string name) =>
        Assert.Equal(
            [],
            Libraries.Except(Rows[name].Needs).Except(Hooks(name)).SelectMany(library => Functions(library).Except(Functions(name))
                .Where(function => Calls(name, function)).Select(function => $"{name} calls {function} of {library}")));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_variable_that_a_script_reads_is_its_own_or_given_or_set_by_a_library_that_it_needs(string name) =>
        Assert.Equal([], Read(name).Except(Set(name)).Except(Rows[name].Given).Except(Rows[name].Needs.SelectMany(library => Rows[library].Sets)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Variables_in_the_table_are_really_read_and_set(string name)
    {
        Assert.Equal([], Rows[name].Given.Except(Read(name)).Except(Rows[name].Needs.SelectMany(Read)));
        Assert.Equal([], Rows[name].Sets.Except(Set(name)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_variable_that_the_table_says_is_set_is_read_by_another_script(string name) =>
        Assert.Equal([], Rows[name].Sets.Except(Scripts.Keys.Where(other => other != name).SelectMany(Read)));

    [Theory]
    [MemberData(nameof(Sent))]
    public void A_script_is_sent_with_the_libraries_that_it_needs_and_no_others(string name, string text)
    {
        Assert.Contains(ShellFile.Text(name).Split('@')[0], text, StringComparison.Ordinal);
        Assert.Equal(
            Rows[name].Needs.Order(StringComparer.Ordinal),
            Scripts.Keys
                .Where(other => other != name && text.Contains(Scripts[other].Split("@names@")[0], StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
    }

    /// <summary>Each script with all that is sent of it.</summary>
    public static TheoryData<string, string> Sent()
    {
        var start = JobScripts.Start(new JobSpec(_job.Id, "true", TimeSpan.FromSeconds(60)) { Playbook = "p", Task = "t", Run = "r" }, "~/jobs");
        var supervisor = Supervisor().Match(start).Groups["text"].Value;
        return new()
        {
            { "place", JobScripts.Place(hasFailed: false) },
            { "linger", JobScripts.Linger },
            { "start", start.Replace(supervisor, "", StringComparison.Ordinal) },
            { "supervisor", supervisor },
            { "watch", JobScripts.Watch("mark") },
            { "look", JobScripts.Look(_job) },
            { "read", JobScripts.Read(_job, 1) },
            { "size", JobScripts.Size(_job) },
            { "follow", JobScripts.Follow("/jobs", "mark", []) },
            { "cancel", JobScripts.Cancel(_job, TimeSpan.Zero) },
            { "remove", JobScripts.Remove(_job) },
            { "clean", JobScripts.Clean("/jobs", TimeSpan.Zero) },
            { "list", JobScripts.List("/jobs") },
            { "note-user", JobScripts.NoteUser("/jobs", "user") },
            { "kill-tree", KillTree.Script(1, TimeSpan.Zero, TimeSpan.Zero).Text },
        };
    }

    [Fact]
    public void Each_script_except_the_libraries_is_sent() => Assert.Equal(
        Files("Jobs/Scripts/ask", "*.sh").Concat(Files("Jobs/Scripts/host", "*.sh")).Append("kill-tree").Order(StringComparer.Ordinal),
        Sent().Select(row => row.Data.Item1).Order(StringComparer.Ordinal));

    /// <summary>It has variables of its own under the names of those that a look sets.</summary>
    [Fact]
    public void The_supervisor_reads_a_status_in_a_subshell_alone()
    {
        var outside = Subshell().Replace(Scripts["supervisor"], "");

        Assert.True(Calls("supervisor", "look"));
        Assert.DoesNotMatch(Call("(look|read_status|read_verdict)"), outside);
    }

    [Fact]
    public void Each_variable_of_the_environment_is_on_the_page() => Assert.All(
        Scripts.Values.SelectMany(text => Exported().Matches(text)).Select(match => match.Value).Distinct(),
        name => Assert.Contains($"`{name}`", Page, StringComparison.Ordinal));

    [Fact]
    public void Each_descriptor_of_each_shell_is_on_the_page()
    {
        var told = Table("descriptor").SelectMany(cells => Words(cells[1]).Select(file => $"{cells[0]} {file}"));
        var used = Directory.EnumerateFiles(Path.Combine(Root, "runtime"), "*.*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Where(file => Path.GetExtension(file) is ".sh" or ".cs")
            .SelectMany(file => File.ReadLines(file).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
                .SelectMany(line => Descriptor().Matches(line)).Select(match => $"{match.Groups["number"].Value} {Path.GetFileName(file)}"));

        Assert.Equal(told.Order(StringComparer.Ordinal), used.Distinct().Order(StringComparer.Ordinal));
    }

    // What a library leaves to those that it is sent with.
    private static string[] Hooks(string name) => name == "end-tree" ? ["tree", "common"] : [];

    private static IEnumerable<string> Functions(string name) => Function().Matches(Scripts[name]).Select(match => match.Groups[1].Value);

    private static bool Calls(string name, string function) => Regex.IsMatch(Scripts[name], Call(Regex.Escape(function)), RegexOptions.Multiline);

    private static string Call(string function) => $@"(?m)(^|(?<!\$)[;&|({{!`] ?|\$\(|\b(if|while|until|do|then|else|elif) )(! )?{function}(?![\w=(.-]|\))";

    private static IEnumerable<string> Set(string name) =>
        Assigned().Matches(Scripts[name]).SelectMany(match => match.Groups["name"].Captures).Select(capture => capture.Value).Distinct();

    private static IEnumerable<string> Read(string name) => Expanded().Matches(Scripts[name]).Select(match => match.Groups["name"].Value)
        .Concat(Arithmetic().Matches(Scripts[name]).SelectMany(match => Word().Matches(match.Groups[1].Value)).Select(match => match.Value)).Distinct();

    /// <summary>The rows of the tables whose first column is called so.</summary>
    private static IEnumerable<string[]> Table(string column) => Page.Split("\n\n").Where(part => part.StartsWith($"| {column} |", StringComparison.Ordinal))
        .SelectMany(part => part.TrimEnd('\n').Split('\n').Skip(2)).Select(line => line.Split('|')[1..^1].Select(cell => cell.Trim()).ToArray());

    private static string[] Words(string cell) => cell.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('`')).ToArray();

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, "runtime", "Playbooks.Runtime", folder), pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetFileNameWithoutExtension(file));

    private static string FindRoot([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));

    [GeneratedRegex(@"^(\w+)\(\)", RegexOptions.Multiline)]
    private static partial Regex Function();

    [GeneratedRegex(@"(?<![^\s;({])(?:(?<name>[a-z]\w*)=|read -r(?: (?<name>[a-z]\w*))+|for (?<name>[a-z]\w*)\b)|\$\{(?<name>[a-z]\w*):=")]
    private static partial Regex Assigned();

    [GeneratedRegex(@"\$\{?#?(?<name>[a-z]\w*)")]
    private static partial Regex Expanded();

    [GeneratedRegex(@"\$\(\((.*?)\)\)")]
    private static partial Regex Arithmetic();

    [GeneratedRegex(@"\b[a-z]\w*\b")]
    private static partial Regex Word();

    [GeneratedRegex("PLAYBOOKS_[A-Z]+_?")]
    private static partial Regex Exported();

    [GeneratedRegex(@"=\$\(\n.*?\n\)$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Subshell();

    [GeneratedRegex(@"(?<![\w$&<>/.{-])(?<number>[3-9])[<>]+[&""'$/]|[<>]&(?<number>[3-9])\b")]
    private static partial Regex Descriptor();

    [GeneratedRegex(@"<<'(?<end>supervisor-end\w+)'.*?\n(?<text>.*?\n)\k<end>\n", RegexOptions.Singleline)]
    private static partial Regex Supervisor();

    private sealed record Row(string Name, string[] Needs, string[] Given, string[] Sets)
    {
        internal Row(string[] cells)
            : this(cells[0].Trim('`'), Words(cells[2]), Words(cells[3]), Words(cells[4]))
        {
        }
    }
}
