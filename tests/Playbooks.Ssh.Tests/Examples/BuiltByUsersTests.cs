using Playbooks.Ssh.Tests.Hosts;

namespace Playbooks.Ssh.Tests.Examples;

/// <summary>Two examples, built and run as users do it: by the SDK, from their files. All others are built in one go.</summary>
public sealed class BuiltByUsersTests(ThisMachine machine) : IClassFixture<ThisMachine>
{
    [Fact]
    public async Task The_first_command_of_the_readme_makes_a_backup_of_this_machine()
    {
        var readme = await File.ReadAllLinesAsync(Repository.Path("README.md"), TestContext.Current.CancellationToken);
        var command = readme.Select(line => line.Trim()).First(line => line.StartsWith("dotnet run ", StringComparison.Ordinal));
        var words = command.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);

        var run = await Running.RunAsync(words[0], words[1..]);

        Assert.Contains("Backup completed: ", run.With(exitCode: 0).Stdout, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_example_that_shares_files_with_others_is_built_and_finds_them()
    {
        var built = await Running.RunAsync(
            "dotnet", ["build", Repository.Path("examples", "fire-and-forget.cs"), "-t:Build", "-getProperty:TargetPath"]);

        var run = await Running.RunAsync(
            "dotnet",
            [built.With(exitCode: 0).Stdout.Trim()],
            new Dictionary<string, string> { ["HOME"] = machine.LocalHome },
            machine.LocalHome);

        run.With(exitCode: 0);
        Assert.Equal(
            await File.ReadAllTextAsync(Repository.Path("examples", "files", "app.conf"), TestContext.Current.CancellationToken),
            await File.ReadAllTextAsync(
                Path.Combine(machine.LocalHome, ".cache", "playbooks-examples", "app", "app.conf"), TestContext.Current.CancellationToken));
    }
}
