using Playbooks.TestRun.Changes;

namespace Playbooks.TestRun.Tests;

/// <summary>What changes can affect, in a small repository.</summary>
public sealed class DecisionTests
{
    private static readonly IReadOnlyList<Project> _projects =
    [
        new("runtime/Core", [], []),
        new("runtime/Top", ["runtime/Core"], []),
        new("tests/Playbooks.Runtime.Tests", ["runtime/Top"], ["tests/Shared.cs"]),
        new("tests/Playbooks.Ssh.Tests", ["runtime/Top"], ["tests/Shared.cs", "tests/Playbooks.Runtime.Tests/Processes.cs"]),
        new("tests/Playbooks.TestRun.Tests", [], []),
        new("tests/Benchmarks", ["runtime/Top"], []),
    ];

    private static readonly AreaTable _table = AreaTable.Parse(
    [
        "# what guards what",
        "",
        "core = runtime/Core/Jobs runtime/Core/Wires",
        "ssh:WireTests    runtime/Core/Wires",
        "ssh:JobTests     core",
        "ssh:PlayTests    core runtime/Top examples",
        "testrun:DocTests docs README.md",
        "nothing          LICENSE",
    ]);

    [Theory]
    [InlineData("runtime whole", "runtime/Core/Jobs/Job.cs", "ssh: JobTests, PlayTests")]
    [InlineData("runtime whole", "runtime/Core/Wires/Wire.cs", "ssh: JobTests, PlayTests, WireTests")]
    [InlineData("runtime whole", "runtime/Top/Program.cs", "ssh: PlayTests")]
    [InlineData("ssh whole", "tests/Shared.cs", "runtime whole")]
    [InlineData("ssh whole", "tests/Playbooks.Runtime.Tests/Processes.cs", "runtime whole")]
    [InlineData("ssh: WireTests", "tests/Playbooks.Ssh.Tests/Connections/WireTests.cs")]
    [InlineData("ssh whole", "tests/Playbooks.Ssh.Tests/BaseTests.cs")]
    [InlineData("ssh whole", "tests/Playbooks.Ssh.Tests/Lab.cs")]
    [InlineData("ssh: PlayTests", "examples/one.cs")]
    [InlineData("testrun: DocTests", "docs/guide/one.md")]
    [InlineData("testrun: DocTests", "README.md")]
    public void A_change_affects_what_references_it_and_what_guards_it(string one, string path, string? other = null) =>
        Assert.Equal(
            new[] { one, other }.OfType<string>().Order(StringComparer.Ordinal),
            Of(path).Explain().Select(
                line => line.Replace($" because of {path}", line.Contains(':', StringComparison.Ordinal) ? "" : " whole", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("runtime/Core/Core.csproj")]
    [InlineData("runtime/Core/JobsOfAnotherKind/Job.cs")]
    [InlineData("tests/lab/lab")]
    [InlineData("tests/run")]
    [InlineData("Directory.Build.props")]
    [InlineData("what.nobody.knows")]
    public void A_file_that_no_area_names_affects_everything(string path)
    {
        var decision = Of("LICENSE", path);

        Assert.Equal([$"Everything can be affected by {path}."], decision.Explain());
        Assert.True(decision.Has("ssh") && decision.Has("testrun"));
    }

    [Theory]
    [InlineData("LICENSE")]
    [InlineData("tests/Benchmarks/Program.cs")]
    public void A_file_without_tests_affects_nothing(string path) => Assert.Empty(Of(path).Explain());

    [Fact]
    public void Several_changes_come_together_and_a_whole_suite_holds_its_classes()
    {
        var decision = Of("tests/Playbooks.Ssh.Tests/WireTests.cs", "tests/Playbooks.Ssh.Tests/Lab.cs", "tests/Playbooks.Ssh.Tests/Until.cs");

        Assert.Equal(["ssh because of tests/Playbooks.Ssh.Tests/Lab.cs and 1 more"], decision.Explain());
        Assert.True(decision.Has("ssh"));
    }

    private static Decision Of(params string[] paths) => Decision.Of(paths, _projects, _table);
}
