namespace Playbooks.EndToEnd.Tests;

/// <summary>A playbook in one file, in an empty folder.</summary>
public sealed class SingleFileTests(Packages packages)
{
    private const string Hello =
        $$"""
        #:package Playbooks@{{Packages.Version}}
        using Playbooks;

        [Playbook("all")]
        public partial record Hello(string Name = "world")
        {
            public Command Greet => new($"echo hello {Name}");

            public Debug Show(CommandResult greet) => new(greet.Stdout);
        }
        """;

    [Fact]
    public async Task One_line_names_the_package_and_nothing_else_is_needed()
    {
        var folder = packages.NewFolder();
        await File.WriteAllTextAsync(Path.Combine(folder, "hello.cs"), Hello, TestContext.Current.CancellationToken);

        var run = await packages.DotnetAsync(folder, ["run", "hello.cs", "--", "--name", "you"]);

        Assert.Contains("hello you", run.With(exitCode: 0).Stdout, StringComparison.Ordinal);
        Assert.Equal(["hello.cs", "nuget.config"], Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_source_of_the_package_can_be_named_in_the_file()
    {
        var folder = packages.NewFolder();
        File.Delete(Path.Combine(folder, "nuget.config"));
        await File.WriteAllTextAsync(
            Path.Combine(folder, "hello.cs"),
            $"#:property RestoreAdditionalProjectSources={packages.Feed}\n{Hello}",
            TestContext.Current.CancellationToken);

        var run = await packages.DotnetAsync(folder, ["run", "hello.cs"]);

        Assert.Contains("hello world", run.With(exitCode: 0).Stdout, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_compiler_answers_a_mistake_with_the_rule()
    {
        var folder = packages.NewFolder();
        await File.WriteAllTextAsync(
            Path.Combine(folder, "hello.cs"), Hello.Replace("CommandResult greet", "CommandResult gret", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);

        var run = await packages.DotnetAsync(folder, ["run", "hello.cs"]);

        Assert.Contains("error PB0002: The parameter 'gret' ", run.With(exitCode: 1).Stdout + run.Stderr, StringComparison.Ordinal);
    }
}
