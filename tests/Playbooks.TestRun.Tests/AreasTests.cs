using System.Text.RegularExpressions;
using Playbooks.TestRun.Changes;

namespace Playbooks.TestRun.Tests;

/// <summary>What <c>tests/areas.txt</c> says of this repository.</summary>
public sealed partial class AreasTests
{
    private static readonly AreaTable _table = AreaTable.Parse(File.ReadLines(Path.Combine(Scene.Root, AreaTable.File)));

    [Fact]
    public void Every_class_of_the_ssh_suite_is_named() =>
        Assert.Empty(Classes("Ssh").Select(name => $"ssh:{name}").Except(_table.Lines.Keys));

    [Fact]
    public void Every_guard_is_there()
    {
        var suites = Directory.EnumerateDirectories(Path.Combine(Scene.Root, "tests"), "*.Tests").Select(folder => Path.GetFileName(folder).Split('.')[1]);
        var guards = suites.SelectMany(suite => Classes(suite).Select(name => $"{Suite.NameOf($"Playbooks.{suite}.Tests")}:{name}"));

        Assert.Empty(_table.Lines.Keys.Except([.. guards, AreaTable.Nothing]));
    }

    [Fact]
    public void Every_area_is_there() => Assert.All(
        _table.Lines.Values.SelectMany(areas => areas).Distinct(),
        area => Assert.True(Path.Exists(Path.Combine(Scene.Root, area)), area));

    [Fact]
    public void The_projects_are_read_with_their_references_and_the_files_that_they_link()
    {
        var ssh = Project.In(Scene.Root).Single(project => project.Suite == "ssh");

        Assert.Contains("runtime/Playbooks", ssh.References);
        Assert.Contains("tests/Needs.cs", ssh.Linked);
    }

    [Theory]
    [InlineData("runtime/Playbooks.Runtime/Connections/Shells/ShellSession.cs", "SshTests", true)]
    [InlineData("runtime/Playbooks.Runtime/Modules/Files/Copy.cs", "SshTests", false)]
    [InlineData("runtime/Playbooks.Runtime/Modules/Files/Copy.cs", "ExamplesOnHostsTests", true)]
    [InlineData("runtime/Playbooks.Testing/ScriptedHosts.cs", "ExamplesOnHostsTests", false)]
    [InlineData("generator/Playbooks.Generator/Emission/Emitter.cs", "BehaviourTests", true)]
    public void The_ssh_suite_is_narrowed(string path, string name, bool isRun)
    {
        var decision = Decision.Of([path], Project.In(Scene.Root), _table);

        Assert.False(decision.Has("ssh"));
        Assert.Equal(isRun, decision.Classes("ssh").Contains(name));
    }

    private static IEnumerable<string> Classes(string suite) =>
        from file in Directory.EnumerateFiles(Path.Combine(Scene.Root, "tests", $"Playbooks.{suite}.Tests"), "*.cs", SearchOption.AllDirectories)
        where !file.Contains("/obj/", StringComparison.Ordinal)
        from Match match in TestClass().Matches(File.ReadAllText(file))
        select match.Groups[1].Value;

    [GeneratedRegex(@"^public sealed (?:partial )?class (\w+Tests)\b", RegexOptions.Multiline)]
    private static partial Regex TestClass();
}
